import type { HmacSha1 } from '../crypto/hmac.js';
import type { Explanation } from '../errors.js';
import type { ExplainMismatchOptions } from './explain-mismatch.js';
/**
 * {@link explainMismatch} itself.
 *
 * @throws TypeError as it does.
 */
export declare function explain(options: ExplainMismatchOptions, hmac: HmacSha1): Promise<Explanation>;
