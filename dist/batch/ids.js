/* @ts-self-types="./ids.d.ts" */
/**
 * Which pairs a batch has met: so that none is called twice. All that grows with a batch's length.
 *
 * @module
 */
import { quote } from '../sign/core.js';
/** Bits beside the fingerprint's hash. Together they stay a small integer on every engine. */
const RESTORED = 1;
const SEEN = 2;
const HASH_SHIFT = 2;
/** Creates an empty memory. */
export function createIds() {
    const known = new Map();
    return {
        restore(id, fingerprint) {
            known.set(id, (hash(fingerprint) << HASH_SHIFT) | RESTORED);
        },
        isRestored: (id) => known.has(id),
        claim(id, fingerprint) {
            const entry = known.get(id);
            if (entry === undefined) {
                known.set(id, SEEN);
                return true;
            }
            if (entry & SEEN) {
                throw new TypeError(`"source" has the id ${quote(id)} twice: each pair needs its own`);
            }
            const [before, now] = [entry >> HASH_SHIFT, hash(fingerprint)];
            if (before !== now && before !== 0 && now !== 0) {
                throw new TypeError(`"source" has other photos under the id ${quote(id)} than the journal: ` +
                    'give the new pair an id of its own');
            }
            known.set(id, entry | SEEN);
            return false;
        },
    };
}
/** FNV-1a, 28 bits; 0 stands for no fingerprint. Only tells changes, so collisions are harmless. */
function hash(text) {
    if (text === '')
        return 0;
    let sum = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) {
        sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    }
    return sum >>> 4 || 1;
}
