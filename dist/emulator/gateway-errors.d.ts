/**
 * The gateway's errors: HTTP status and message of each code (`spec/gateway-errors.json`).
 *
 * @module
 */
/** A gateway error to answer with. */
export interface Refusal {
    readonly code: string;
    /** The parameter that the message names. */
    readonly param?: string | undefined;
    /** The string to sign that the message echoes, as the real gateway does. */
    readonly echo?: string | undefined;
    readonly status?: number | undefined;
    /** Milliseconds for the header `x-acs-retry-after`. */
    readonly retryAfterMs?: number | undefined;
}
/**
 * A gateway error code that can be scripted: a row of the table, one of its other names, or a
 * parameter that is missing or invalid.
 */
export type GatewayCode = KnownCode | `Missing${string}` | `Invalid${string}`;
type KnownCode = 'InvalidAction.NotFound' | 'InvalidApi.NotFound' | 'InvalidProduct.NotFound' | 'NoSuchVersion' | 'InvalidProtocol.NeedSsl' | 'UnsupportedHTTPMethod' | 'MissingParameter' | 'InvalidAccessKeyId.NotFound' | 'InvalidAccessKeyId.Inactive' | 'InvalidSecurityToken.Expired' | 'InvalidSecurityToken.Malformed' | 'InvalidSecurityToken.MismatchWithAccessKey' | 'InvalidSignatureMethod' | 'InvalidParameter.Format' | 'InvalidParameter.Accept' | 'InvalidTimeStamp.Format' | 'IllegalTimestamp' | 'InvalidTimeStamp.Expired' | 'SignatureNonceUsed' | 'IncompleteSignature' | 'SignatureDoesNotMatch' | 'ContentLengthDoesNotMatch' | 'ContentMD5NotMatched' | 'InvalidParameter' | 'InvalidRegion.NotFound' | 'UnsupportedOperation' | 'UnsupportedParameter' | 'IdempotentParameterMismatch' | 'InsufficientBalance' | 'OperationConflict' | 'Forbidden' | 'Forbidden.RAM' | 'Forbidden.SubUser' | 'Forbidden.NotSupportRAM' | 'Forbidden.Unauthorized' | 'NoPermission' | 'Forbidden.AccessKeyDisabled' | 'Forbidden.RiskControl' | 'Throttling' | 'Throttling.User' | 'Throttling.Api' | 'UnknownError' | 'InternalError' | 'ServiceUnavailable' | 'ServiceUnavailable.RegionMaintaining' | 'InvalidParameter.RoleArn' | 'InvalidParameter.RoleSessionName' | 'InvalidParameter.DurationSeconds' | 'InvalidParameter.PolicyGrammar' | 'InvalidParameter.PolicySize' | 'EntityNotExist.Role' | 'AuthenticationFail.NoPermission' | 'AuthenticationFail.OIDCToken.AudienceNotMatch' | 'AuthenticationFail.OIDCToken.Expired' | 'AuthenticationFail.OIDCToken.HttpsUrlInvalid' | 'AuthenticationFail.OIDCToken.Invalid' | 'AuthenticationFail.OIDCToken.InvalidSignature';
/** Tells a code that the gateway knows. */
export declare function isGatewayCode(code: string): code is GatewayCode;
/** Writes what a refusal says on the wire: its HTTP status and its message. */
export declare function describeRefusal(refusal: Refusal): {
    status: number;
    message: string;
};
export {};
