/* @ts-self-types="./gateway-errors.d.ts" */
/**
 * The gateway's errors: HTTP status and message of each code (`spec/gateway-errors.json`).
 *
 * @module
 */
const NO_API = 'Specified api is not found, please check your url and method.';
const NO_VERSION = 'Specified parameter Version is not valid.';
const BAD_TIME = 'Specified time stamp or date value is not well formatted.';
const RAM = "User not authorized to operate on the specified resource, or this API doesn't support RAM.";
/** `{}` stands for the parameter. Rows without a message have none in any document. */
const ROWS = {
    'InvalidAction.NotFound': [404, NO_API],
    'InvalidApi.NotFound': [404, NO_API],
    'InvalidProduct.NotFound': [404, 'Cannot find product according to your specified domain.'],
    NoSuchVersion: [400, NO_VERSION],
    'InvalidProtocol.NeedSsl': [400, 'Your request is denied as lack of ssl protect.'],
    UnsupportedHTTPMethod: [400, 'This http method is not supported.'],
    MissingParameter: [
        400,
        'The input parameter "{}" that is mandatory for processing this request is not supplied.',
    ],
    'InvalidAccessKeyId.NotFound': [404, 'Specified access key is not found.'],
    'InvalidAccessKeyId.Inactive': [400, 'Specified access key is disabled.'],
    'InvalidSecurityToken.Expired': [400, 'Specified SecurityToken is expired.'],
    'InvalidSecurityToken.Malformed': [400, 'Specified SecurityToken is malformed.'],
    'InvalidSecurityToken.MismatchWithAccessKey': [
        400,
        'Specified SecurityToken mismatch with the AccessKey.',
    ],
    InvalidSignatureMethod: [400, 'Specified signature method is not valid.'],
    'InvalidParameter.Format': [400, 'Specified parameter format is not valid.'],
    'InvalidParameter.Accept': [400, 'Specified parameter accept is not valid.'],
    'InvalidTimeStamp.Format': [400, BAD_TIME],
    IllegalTimestamp: [400, BAD_TIME],
    'InvalidTimeStamp.Expired': [400, 'Specified time stamp or date value is expired.'],
    SignatureNonceUsed: [400, 'Specified signature nonce was used already.'],
    IncompleteSignature: [
        400,
        'The request signature does not conform to Aliyun standards. server string to sign is:',
    ],
    SignatureDoesNotMatch: [
        400,
        'Specified signature is not matched with our calculation. server string to sign is:',
    ],
    ContentLengthDoesNotMatch: [400],
    ContentMD5NotMatched: [400],
    InvalidParameter: [400, 'The specified parameter "{}" is not valid.'],
    'InvalidRegion.NotFound': [404],
    UnsupportedOperation: [400, 'The specified action is not supported.'],
    UnsupportedParameter: [400],
    IdempotentParameterMismatch: [400],
    InsufficientBalance: [400],
    OperationConflict: [409],
    Forbidden: [403, RAM],
    'Forbidden.RAM': [403, RAM],
    'Forbidden.SubUser': [403, RAM],
    'Forbidden.NotSupportRAM': [403, RAM],
    'Forbidden.Unauthorized': [403, RAM],
    NoPermission: [403, RAM],
    'Forbidden.AccessKeyDisabled': [403],
    'Forbidden.RiskControl': [403],
    Throttling: [400, 'Request was denied due to request throttling.'],
    'Throttling.User': [400, 'Request was denied due to user flow control.'],
    'Throttling.Api': [400, 'Request was denied due to api flow control.'],
    UnknownError: [400],
    InternalError: [
        500,
        'The request processing has failed due to some unknown error, exception or failure.',
    ],
    ServiceUnavailable: [503, 'The request has failed due to a temporary failure of the server.'],
    'ServiceUnavailable.RegionMaintaining': [503],
    'InvalidParameter.RoleArn': [400],
    'InvalidParameter.RoleSessionName': [400],
    'InvalidParameter.DurationSeconds': [400],
    'InvalidParameter.PolicyGrammar': [400],
    'InvalidParameter.PolicySize': [400],
    'EntityNotExist.Role': [404],
    'AuthenticationFail.NoPermission': [401],
    'AuthenticationFail.OIDCToken.AudienceNotMatch': [401],
    'AuthenticationFail.OIDCToken.Expired': [401],
    'AuthenticationFail.OIDCToken.HttpsUrlInvalid': [401],
    'AuthenticationFail.OIDCToken.Invalid': [401],
    'AuthenticationFail.OIDCToken.InvalidSignature': [401],
};
/** Codes that name a parameter, but for those in the table: MissingService, InvalidVersion. */
const TEMPLATE = /^(Missing|Invalid)(\w+)$/;
/** Tells a code that the gateway knows. */
export function isGatewayCode(code) {
    return Object.hasOwn(ROWS, code) || TEMPLATE.test(code);
}
/** Writes what a refusal says on the wire: its HTTP status and its message. */
export function describeRefusal(refusal) {
    const { code, param = 'Service', echo = '' } = refusal;
    const rows = ROWS;
    const [status, text] = (Object.hasOwn(rows, code) ? rows[code] : undefined) ?? writeTemplate(code);
    const message = text ?? `The request was refused: ${code}.`;
    return {
        status: refusal.status ?? status,
        message: message.replace('{}', () => param) + echo,
    };
}
function writeTemplate(code) {
    const [, kind, name] = TEMPLATE.exec(code) ?? [];
    if (kind === undefined)
        return [400];
    const isMissing = kind === 'Missing';
    return [
        400,
        isMissing
            ? `${name} is mandatory for this action.`
            : `Specified parameter ${name} is not valid.`,
    ];
}
