import type { Scripted, ScriptedAnswer } from './scripted.js';
/** Faults that come by themselves: on every call, or as often as said. */
export interface FaultOptions {
    /** The kinds to draw from, each as likely as another. */
    readonly kinds: readonly Scripted[];
    /** The share of calls that get one. @defaultValue 1 */
    readonly rate?: number | undefined;
    /** Every nth call gets one, the nth first; used instead of `rate`. */
    readonly every?: number | undefined;
    /** Seeds the draw. @defaultValue 1 */
    readonly seed?: number | undefined;
}
/** One kind, a list of kinds, or kinds and how often. */
export type Faults = Scripted | readonly Scripted[] | FaultOptions;
/** {@link Faults} after checking. */
export interface DrawOptions {
    readonly kinds: readonly ScriptedAnswer[];
    readonly rate: number;
    /** 0 when the rate counts. */
    readonly every: number;
    readonly seed: number;
}
/**
 * Checks the faults.
 *
 * @throws TypeError naming what is wrong.
 */
export declare function readFaults(faults: Faults | undefined): DrawOptions;
/** Draws per call: none, or one of the kinds. The same seed gives the same faults. */
export declare function createDraw({ kinds, rate, every, seed, }: DrawOptions): () => ScriptedAnswer | undefined;
