/**
 * saf-edge: calls Alibaba Cloud SAF (fraud detection, ID verification) from edge runtimes.
 *
 * @module
 */
export { createRpcClient } from './client.js';
export type { RpcAnswer, RpcClient, RpcClientOptions, SignOptions } from './client.js';
export type { Params, ParamsObject, ParamValue } from './codec/flatten.js';
export type { AnswerFormat, Envelope } from './codec/json.js';
export type { HmacSha1, PreparedHmacSha1 } from './crypto/hmac.js';
export { GatewayError, isSafError, ResponseError, SafError, ServiceError, SignatureError, TransportError, } from './errors.js';
export type { AnySafError, Explanation, GatewayErrorCode, GatewayErrorDetails, Mistake, Outcome, ResponseErrorCode, SafErrorCode, SafErrorDetails, ServiceErrorCode, ServiceErrorDetails, SignatureErrorDetails, TransportErrorCode, } from './errors.js';
export type { AttemptEvent, CredentialsEvent, DoneEvent, RetryEvent, SafEvent, SafEventBase, SkewEvent, ThrottledEvent, } from './events.js';
export type { ClientOptions } from './options.js';
export { fixedPlatform, systemPlatform } from './platform/index.js';
export type { FixedPlatformOptions, Platform } from './platform/index.js';
export type { SafAction } from './saf/actions.js';
export type { ServiceAnswer } from './saf/codes.js';
export type { SafRegion } from './saf/endpoints.js';
export type { DecideOptions, ExecuteOptions } from './saf/execute.js';
export type { FaceVerdict } from './saf/face-verify.js';
export { createSaf } from './saf/index.js';
export type { FaceInput, Saf, SafOptions } from './saf/index.js';
export type { Photo } from './saf/photo.js';
export type { ServiceData, ServiceGap, ServiceMap, ServiceName, ServiceParams, ServiceShape, } from './saf/registry.js';
export type { SchemaIssue, SchemaResult, StandardSchema } from './saf/schema.js';
export type { Decision } from './saf/services/decision.js';
export type { BooleanText, IntlFaceVerify } from './saf/services/intl-face-verify.js';
export type { CallOptions, Credentials, CredentialsFunction, FetchLike, RateLimiter, Reservation, RetryOptions, } from './types.js';
export type { RequestMoment, RequestSigner, RequestSpec, SignedRequest, Signer, SignerContext, } from './sign/signer.js';
export { VERSION } from './version.js';
