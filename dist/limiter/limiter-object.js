/* @ts-self-types="./limiter-object.d.ts" */
/**
 * The Durable Object behind `durableObjectLimiter`. Exported by `saf-edge/limiter`.
 *
 * @module
 */
import { isObject } from '../sign/core.js';
import { readClock } from '../core.js';
import { MAX_WAIT_MS } from './options.js';
import { bookTurn, delayTurns, startTurns } from './turns.js';
/** The name of what is stored. */
const STORED = 'turns';
/**
 * Milliseconds of turns that one write covers. Storage is written once for them all, not once a
 * turn; an object that lost its memory skips what is left of them.
 */
const AHEAD_MS = 1000;
/** Milliseconds after the last stored turn until nothing of it is kept. */
const FORGET_AFTER_MS = 60_000;
/**
 * The Durable Object class that hands out the turns of one key: export it from the Worker and bind
 * it. A plain class with `fetch`, so that it loads everywhere; what it answers is a private matter
 * between it and `durableObjectLimiter`.
 *
 * Memory is lost when the platform moves or evicts an object. So it stores a time up to which turns
 * may have been booked, ahead of them, and a successor starts there: up to a second later than it
 * could, and never too early. A minute after its last turn it deletes what it stored.
 *
 * @example
 * ```ts
 * import { SafLimiterObject } from 'saf-edge/limiter'
 *
 * // What the Worker of a Durable Object namespace exports.
 * export { SafLimiterObject }
 * console.log(SafLimiterObject.name) // SafLimiterObject
 * ```
 */
export class SafLimiterObject {
    #storage;
    #turns = startTurns(0);
    /** Up to when turns may be booked without another write. */
    #storedMs = 0;
    #hasAlarm = false;
    /** Is called by the platform. */
    constructor(state) {
        this.#storage = state.storage;
        void state.blockConcurrencyWhile(async () => {
            this.#turns = readTurns(await this.#storage.get(STORED));
            this.#storedMs = this.#turns.nextMs;
        });
    }
    /** Answers `durableObjectLimiter`, and nobody else. */
    async fetch(request) {
        const { pathname, searchParams } = new URL(request.url);
        const read = (name) => readMs(searchParams.get(name));
        const question = request.method === 'POST' ? pathname : 'none';
        if (question === '/reserve') {
            const booking = { costMs: read('costMs'), maxWaitMs: read('maxWaitMs') };
            if (!(booking.costMs > 0 && booking.maxWaitMs >= -1))
                return refuse(400);
            return this.#answer((nowMs) => bookTurn(this.#turns, nowMs, booking));
        }
        if (question === '/penalize') {
            const ms = read('ms');
            if (!(ms >= 0))
                return refuse(400);
            return this.#answer((nowMs) => delayTurns(this.#turns, nowMs, ms));
        }
        return refuse(404);
    }
    /** Deletes what is stored, once it says nothing any more. */
    async alarm() {
        this.#hasAlarm = false;
        const nowMs = readClock();
        const isAhead = this.#turns.nextMs > nowMs || this.#storedMs > nowMs;
        await (isAhead ? this.#setAlarm() : this.#storage.deleteAll());
    }
    /** Acts at once, so that no other question comes between, and answers when it is stored. */
    async #answer(act) {
        const nowMs = readClock();
        // A clock that was set back makes what is stored worthless.
        if (nowMs < this.#turns.seenMs)
            this.#storedMs = 0;
        const answer = act(nowMs);
        await this.#store(nowMs);
        return Response.json(answer ?? null);
    }
    async #store(nowMs) {
        const { nextMs } = this.#turns;
        if (nextMs <= this.#storedMs)
            return;
        this.#storedMs = nextMs + AHEAD_MS;
        const stored = { nextMs: this.#storedMs, seenMs: nowMs };
        await this.#storage.put(STORED, stored);
        if (!this.#hasAlarm)
            await this.#setAlarm();
    }
    async #setAlarm() {
        this.#hasAlarm = true;
        await this.#storage.setAlarm(Math.max(this.#storedMs, this.#turns.nextMs) + FORGET_AFTER_MS);
    }
}
/** Reads what a predecessor stored; nothing, or nothing readable, is a key without turns. */
function readTurns(stored) {
    const { nextMs, seenMs } = isObject(stored) ? stored : {};
    const isStored = Number.isFinite(nextMs) && Number.isFinite(seenMs);
    return isStored ? { nextMs: Number(nextMs), seenMs: Number(seenMs) } : startTurns(0);
}
/** Reads a number that a timer could wait; NaN for everything else. */
function readMs(text) {
    const ms = Number(text ?? NaN);
    return ms <= MAX_WAIT_MS ? ms : NaN;
}
function refuse(status) {
    return new Response(null, { status });
}
