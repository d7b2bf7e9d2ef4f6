/**
 * The documented errors as facts: what the emulator must answer, and which of them no client can
 * cause. `rows.test.ts` compares them with the specification's own table.
 *
 * @module
 */

/** One row. */
export interface ErrorRow {
  /** The code; `{Param}` stands for the name of a parameter. */
  readonly code: string
  readonly http: number
  /** Absent when no document has one. */
  readonly message?: string
  /** Other codes for the same. */
  readonly aliases?: readonly string[]
}

/** The gateway's errors. */
export const GATEWAY_ROWS: readonly ErrorRow[] = [
  {
    code: 'InvalidAction.NotFound',
    http: 404,
    message: 'Specified api is not found, please check your url and method.',
  },
  {
    code: 'InvalidApi.NotFound',
    http: 404,
    message: 'Specified api is not found, please check your url and method.',
  },
  {
    code: 'InvalidProduct.NotFound',
    http: 404,
    message: 'Cannot find product according to your specified domain.',
  },
  {
    code: 'InvalidVersion',
    http: 400,
    message: 'Specified parameter Version is not valid.',
    aliases: ['NoSuchVersion'],
  },
  {
    code: 'InvalidProtocol.NeedSsl',
    http: 400,
    message: 'Your request is denied as lack of ssl protect.',
  },
  { code: 'UnsupportedHTTPMethod', http: 400, message: 'This http method is not supported.' },
  { code: 'MissingAccessKeyId', http: 400, message: 'AccessKeyId is mandatory for this action.' },
  {
    code: 'MissingSignature',
    http: 400,
    message: 'Signature is mandatory for this action.',
    aliases: ['IncompleteSignature'],
  },
  { code: 'MissingTimestamp', http: 400, message: 'Timestamp is mandatory for this action.' },
  {
    code: 'MissingSignatureNonce',
    http: 400,
    message: 'SignatureNonce is mandatory for this action.',
  },
  { code: 'Missing{Param}', http: 400, message: '{Param} is mandatory for this action.' },
  {
    code: 'MissingParameter',
    http: 400,
    message:
      'The input parameter "{Param}" that is mandatory for processing this request is not supplied.',
  },
  {
    code: 'MissingSecurityToken',
    http: 400,
    message: 'SecurityToken is mandatory for this action.',
  },
  { code: 'InvalidAccessKeyId.NotFound', http: 404, message: 'Specified access key is not found.' },
  {
    code: 'InvalidAccessKeyId.Inactive',
    http: 400,
    message: 'Specified access key is disabled.',
    aliases: ['InvalidAccessKeyId', 'Forbidden.AccessKeyDisabled'],
  },
  {
    code: 'InvalidSecurityToken.Expired',
    http: 400,
    message: 'Specified SecurityToken is expired.',
  },
  {
    code: 'InvalidSecurityToken.Malformed',
    http: 400,
    message: 'Specified SecurityToken is malformed.',
  },
  {
    code: 'InvalidSecurityToken.MismatchWithAccessKey',
    http: 400,
    message: 'Specified SecurityToken mismatch with the AccessKey.',
  },
  {
    code: 'InvalidSignatureMethod',
    http: 400,
    message: 'Specified signature method is not valid.',
  },
  {
    code: 'InvalidParameter.Format',
    http: 400,
    message: 'Specified parameter format is not valid.',
  },
  {
    code: 'InvalidParameter.Accept',
    http: 400,
    message: 'Specified parameter accept is not valid.',
  },
  {
    code: 'InvalidTimeStamp.Format',
    http: 400,
    message: 'Specified time stamp or date value is not well formatted.',
    aliases: ['IllegalTimestamp'],
  },
  {
    code: 'InvalidTimeStamp.Expired',
    http: 400,
    message: 'Specified time stamp or date value is expired.',
  },
  { code: 'SignatureNonceUsed', http: 400, message: 'Specified signature nonce was used already.' },
  {
    code: 'IncompleteSignature',
    http: 400,
    message:
      'The request signature does not conform to Aliyun standards. server string to sign is:{StringToSign}',
  },
  {
    code: 'SignatureDoesNotMatch',
    http: 400,
    message:
      'Specified signature is not matched with our calculation. server string to sign is:{StringToSign}',
  },
  { code: 'ContentLengthDoesNotMatch', http: 400 },
  { code: 'ContentMD5NotMatched', http: 400 },
  {
    code: 'InvalidParameter',
    http: 400,
    message: 'The specified parameter "{Param}" is not valid.',
  },
  { code: 'Invalid{Param}', http: 400, message: 'Specified parameter {Param} is not valid.' },
  { code: 'InvalidRegion.NotFound', http: 404 },
  { code: 'UnsupportedOperation', http: 400, message: 'The specified action is not supported.' },
  { code: 'UnsupportedParameter', http: 400 },
  { code: 'IdempotentParameterMismatch', http: 400 },
  { code: 'InsufficientBalance', http: 400 },
  { code: 'OperationConflict', http: 409 },
  {
    code: 'Forbidden.RAM',
    http: 403,
    message:
      "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
    aliases: [
      'NoPermission',
      'Forbidden',
      'Forbidden.SubUser',
      'Forbidden.NotSupportRAM',
      'Forbidden.Unauthorized',
    ],
  },
  { code: 'Forbidden.AccessKeyDisabled', http: 403 },
  { code: 'Forbidden.RiskControl', http: 403 },
  { code: 'Throttling', http: 400, message: 'Request was denied due to request throttling.' },
  { code: 'Throttling.User', http: 400, message: 'Request was denied due to user flow control.' },
  { code: 'Throttling.Api', http: 400, message: 'Request was denied due to api flow control.' },
  { code: 'UnknownError', http: 400 },
  {
    code: 'InternalError',
    http: 500,
    message: 'The request processing has failed due to some unknown error, exception or failure.',
  },
  {
    code: 'ServiceUnavailable',
    http: 503,
    message: 'The request has failed due to a temporary failure of the server.',
  },
  { code: 'ServiceUnavailable.RegionMaintaining', http: 503 },
]

/** What STS adds. */
export const STS_ROWS: readonly ErrorRow[] = [
  { code: 'InvalidParameter.RoleArn', http: 400 },
  { code: 'InvalidParameter.RoleSessionName', http: 400 },
  { code: 'InvalidParameter.DurationSeconds', http: 400 },
  { code: 'InvalidParameter.PolicyGrammar', http: 400 },
  { code: 'InvalidParameter.PolicySize', http: 400 },
  { code: 'NoPermission', http: 403 },
  { code: 'EntityNotExist.Role', http: 404 },
  { code: 'InternalError', http: 500 },
  { code: 'AuthenticationFail.NoPermission', http: 401 },
  { code: 'AuthenticationFail.OIDCToken.AudienceNotMatch', http: 401 },
  { code: 'AuthenticationFail.OIDCToken.Expired', http: 401 },
  { code: 'AuthenticationFail.OIDCToken.HttpsUrlInvalid', http: 401 },
  { code: 'AuthenticationFail.OIDCToken.Invalid', http: 401 },
  { code: 'AuthenticationFail.OIDCToken.InvalidSignature', http: 401 },
]

/** Rows of the gateway that no request can cause, and why. */
export const NOT_CAUSED: Readonly<Record<string, string>> = {
  MissingParameter: 'the older wording of Missing{Param}, which this gateway answers instead',
  UnsupportedParameter: 'SAF ignores parameters that it does not know',
  IdempotentParameterMismatch: 'SAF has no ClientToken',
  InsufficientBalance: 'the state of the account',
  OperationConflict: 'SAF changes nothing that could conflict',
  'Forbidden.AccessKeyDisabled': 'another name of InvalidAccessKeyId.Inactive',
  'Forbidden.RiskControl': 'the state of the account',
  UnknownError: "the gateway's own failure",
  InternalError: "the gateway's own failure",
  ServiceUnavailable: "the gateway's own failure",
  'ServiceUnavailable.RegionMaintaining': "the gateway's own failure",
}
