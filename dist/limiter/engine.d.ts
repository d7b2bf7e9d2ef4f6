/** Milliseconds for one question. Clients of a Redis that is gone may queue commands for ever. */
export declare const ENGINE_TIMEOUT_MS = 5000;
/**
 * Asks an engine, and waits for its answer beside an own timer and the caller's signal.
 *
 * @throws What the engine's client throws, untouched; `signal.reason`; Error when time is up.
 */
export declare function askEngine<T>(engine: string, ask: () => Promise<T>, signal?: AbortSignal): Promise<T>;
