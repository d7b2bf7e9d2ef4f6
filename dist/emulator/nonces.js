/* @ts-self-types="./nonces.d.ts" */
/**
 * Remembers the nonces that were used, within bounded memory.
 *
 * @module
 */
/** Nonces remembered at most, about 10 MB; beyond it the expired ones go first, then the oldest. */
export const MAX_NONCES = 100_000;
/** Creates an empty memory. */
export function createNonces(max = MAX_NONCES) {
    const used = new Map();
    return {
        burn(nonce, untilEpochMs, nowEpochMs) {
            const until = used.get(nonce);
            if (until !== undefined && until >= nowEpochMs)
                return false;
            if (used.size >= max)
                makeRoom(used, max, nowEpochMs);
            used.delete(nonce);
            used.set(nonce, untilEpochMs);
            return true;
        },
        clear: () => used.clear(),
        count: () => used.size,
    };
}
/** Drops a tenth at a time, so that a flood costs no sweep per request. */
function makeRoom(used, max, nowEpochMs) {
    for (const [nonce, until] of used)
        if (until < nowEpochMs)
            used.delete(nonce);
    let surplus = used.size - Math.floor(max * 0.9);
    for (const nonce of used.keys()) {
        if (surplus-- <= 0)
            break;
        used.delete(nonce);
    }
}
