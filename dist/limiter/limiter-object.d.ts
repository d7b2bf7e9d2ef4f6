/** The part of a Durable Object's storage that is used. */
export interface LimiterStorage {
    /** Reads a value. */
    get(key: string): Promise<unknown>;
    /** Writes a value. */
    put(key: string, value: unknown): Promise<void>;
    /** Deletes every value. */
    deleteAll(): Promise<void>;
    /** Has `alarm` called at a time, in epoch milliseconds. */
    setAlarm(atEpochMs: number): Promise<void>;
}
/** The part of a Durable Object's state that is used. */
export interface LimiterObjectState {
    /** The object's own storage. */
    readonly storage: LimiterStorage;
    /** Lets no other event in until the work has ended. */
    blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>;
}
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
export declare class SafLimiterObject {
    #private;
    /** Is called by the platform. */
    constructor(state: LimiterObjectState);
    /** Answers `durableObjectLimiter`, and nobody else. */
    fetch(request: Request): Promise<Response>;
    /** Deletes what is stored, once it says nothing any more. */
    alarm(): Promise<void>;
}
