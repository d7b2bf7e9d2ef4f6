/**
 * RPC signature 1.0 (HMAC-SHA1), stage by stage, every stage pure. Exported as `saf-edge/sign`.
 *
 * @module
 */
export { percentEncode } from '../codec/percent.ts'
export type { HmacSha1, PreparedHmacSha1 } from '../crypto/hmac.ts'
export { webHmacSha1 } from '../crypto/web.ts'
export { canonicalize } from './canonicalize.ts'
export type { SignParams } from './canonicalize.ts'
export { explainMismatch } from './explain-mismatch.ts'
export type { ExplainMismatchOptions } from './explain-mismatch.ts'
export { signature, signForm } from './signature.ts'
export type { SignedForm } from './signature.ts'
export { stringToSign } from './string-to-sign.ts'
