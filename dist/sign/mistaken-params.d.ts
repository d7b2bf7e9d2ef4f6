import type { SignParams } from './canonicalize.js';
import type { Variant } from './mistaken-text.js';
/** Cuts the fraction of a second out of a timestamp. */
export declare function cutFraction(value: string): string;
/** Finds the timestamp among the parameters; older products spell it `TimeStamp`. */
export declare function findTimestamp(params: SignParams): string | undefined;
/**
 * Lists the mistakes with parameters, the most frequent first.
 *
 * @param params - The parameters that are sent.
 * @param query - Their part of the right string to sign.
 */
export declare function listParamVariants(params: SignParams, query: string): Generator<Variant>;
/** Lists every other timestamp with milliseconds. */
export declare function listMilliseconds(params: SignParams, query: string): readonly Variant[];
/** Common parameters (`spec/saf-api.md` section 3.1). */
export declare const COMMON: readonly string[];
