/**
 * saf-edge: calls Alibaba Cloud SAF (fraud detection, ID verification) from edge runtimes.
 *
 * @module
 */
export { createRpcClient } from './client.ts'
export type { RpcAnswer, RpcClient, RpcClientOptions, SignOptions } from './client.ts'
export type { Params, ParamsObject, ParamValue } from './codec/flatten.ts'
export type { AnswerFormat, Envelope } from './codec/json.ts'
export type { HmacSha1, PreparedHmacSha1 } from './crypto/hmac.ts'
export {
  GatewayError,
  isSafError,
  ResponseError,
  SafError,
  ServiceError,
  SignatureError,
  TransportError,
} from './errors.ts'
export type {
  AnySafError,
  Explanation,
  GatewayErrorCode,
  GatewayErrorDetails,
  Mistake,
  Outcome,
  ResponseErrorCode,
  SafErrorCode,
  SafErrorDetails,
  ServiceErrorCode,
  ServiceErrorDetails,
  SignatureErrorDetails,
  TransportErrorCode,
} from './errors.ts'
export type {
  AttemptEvent,
  CredentialsEvent,
  DoneEvent,
  RetryEvent,
  SafEvent,
  SafEventBase,
  SkewEvent,
  ThrottledEvent,
} from './events.ts'
export type { ClientOptions } from './options.ts'
export { fixedPlatform, systemPlatform } from './platform/index.ts'
export type { FixedPlatformOptions, Platform } from './platform/index.ts'
export type { SafAction } from './saf/actions.ts'
export type { ServiceAnswer } from './saf/codes.ts'
export type { SafRegion } from './saf/endpoints.ts'
export type { DecideOptions, ExecuteOptions } from './saf/execute.ts'
export type { FaceVerdict } from './saf/face-verify.ts'
export { createSaf } from './saf/index.ts'
export type { FaceInput, Saf, SafOptions } from './saf/index.ts'
export type { Photo } from './saf/photo.ts'
export type {
  ServiceData,
  ServiceGap,
  ServiceMap,
  ServiceName,
  ServiceParams,
  ServiceShape,
} from './saf/registry.ts'
export type { SchemaIssue, SchemaResult, StandardSchema } from './saf/schema.ts'
export type { Decision } from './saf/services/decision.ts'
export type { BooleanText, IntlFaceVerify } from './saf/services/intl-face-verify.ts'
export type {
  CallOptions,
  Credentials,
  CredentialsFunction,
  FetchLike,
  RateLimiter,
  Reservation,
  RetryOptions,
} from './types.ts'
export type {
  RequestMoment,
  RequestSigner,
  RequestSpec,
  SignedRequest,
  Signer,
  SignerContext,
} from './sign/signer.ts'
export { VERSION } from './version.ts'
