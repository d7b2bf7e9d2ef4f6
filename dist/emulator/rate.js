/* @ts-self-types="./rate.d.ts" */
/**
 * Flow control: so many requests of a kind in any second.
 *
 * @module
 */
/** Creates counters; an infinite rate lets everything through and counts nothing. */
export function createRate(perSecond) {
    const counted = new Map();
    return {
        take(kind, nowEpochMs) {
            if (perSecond === Infinity)
                return 0;
            const recent = counted.get(kind) ?? [];
            const [oldest] = recent;
            if (oldest !== undefined && recent.length >= perSecond) {
                const age = nowEpochMs - oldest;
                // What came by a clock that was ahead, and was set back, holds nobody up. A little back is
                // the order in which requests were read.
                if (Math.abs(age) < 1000)
                    return Math.ceil(1000 - Math.max(0, age));
                recent.shift();
            }
            recent.push(nowEpochMs);
            counted.set(kind, recent);
            return 0;
        },
        clear: () => counted.clear(),
    };
}
