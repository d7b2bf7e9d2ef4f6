/**
 * RPC signature 1.0 (HMAC-SHA1), stage by stage, every stage pure. Exported as `saf-edge/sign`.
 *
 * @module
 */
export { percentEncode } from '../codec/percent.js';
export type { HmacSha1, PreparedHmacSha1 } from '../crypto/hmac.js';
export { webHmacSha1 } from '../crypto/web.js';
export { canonicalize } from './canonicalize.js';
export type { SignParams } from './canonicalize.js';
export { explainMismatch } from './explain-mismatch.js';
export type { ExplainMismatchOptions } from './explain-mismatch.js';
export { signature, signForm } from './signature.js';
export type { SignedForm } from './signature.js';
export { stringToSign } from './string-to-sign.js';
