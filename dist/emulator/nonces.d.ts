/**
 * Remembers the nonces that were used, within bounded memory.
 *
 * @module
 */
/** The nonces of accepted requests. */
export interface Nonces {
    /**
     * Uses a nonce up.
     *
     * @param nonce - The nonce, with the key it belongs to.
     * @param untilEpochMs - When the request's timestamp leaves the window: until then it counts.
     * @returns False when it was used before.
     */
    readonly burn: (nonce: string, untilEpochMs: number, nowEpochMs: number) => boolean;
    readonly clear: () => void;
    readonly count: () => number;
}
/** Nonces remembered at most, about 10 MB; beyond it the expired ones go first, then the oldest. */
export declare const MAX_NONCES = 100000;
/** Creates an empty memory. */
export declare function createNonces(max?: number): Nonces;
