/* @ts-self-types="./engine.d.ts" */
/**
 * Asking an engine that other machines share. Private.
 *
 * @module
 */
import { startDeadline } from '../core.js';
/** Milliseconds for one question. Clients of a Redis that is gone may queue commands for ever. */
export const ENGINE_TIMEOUT_MS = 5000;
/**
 * Asks an engine, and waits for its answer beside an own timer and the caller's signal.
 *
 * @throws What the engine's client throws, untouched; `signal.reason`; Error when time is up.
 */
export async function askEngine(engine, ask, signal) {
    const deadline = startDeadline(ENGINE_TIMEOUT_MS, signal);
    try {
        return await deadline.race(ask());
    }
    catch (error) {
        if (!deadline.isExpired())
            throw error;
        throw new Error(`${engine} did not answer within ${ENGINE_TIMEOUT_MS} ms: is it reachable?`);
    }
    finally {
        deadline.end();
    }
}
