/* @ts-self-types="./rate.d.ts" */
/**
 * Flow control of an account: so many requests in any second.
 *
 * @module
 */
/** Creates a counter; an infinite rate lets everything through and counts nothing. */
export function createRate(perSecond) {
    const recent = [];
    return {
        take(nowEpochMs) {
            if (perSecond === Infinity)
                return 0;
            const [oldest] = recent;
            if (oldest !== undefined && recent.length >= perSecond) {
                const age = Math.max(0, nowEpochMs - oldest);
                if (age < 1000)
                    return Math.ceil(1000 - age);
                recent.shift();
            }
            recent.push(nowEpochMs);
            return 0;
        },
        clear() {
            recent.length = 0;
        },
    };
}
