/* @ts-self-types="./result.d.ts" */
/**
 * What services answer.
 *
 * @module
 */
const MESSAGES = {
    200: 'OK',
    400: 'ServiceParameters is invalid',
    402: 'daily query volume is exceeded',
    403: 'service is not activated or has expired',
    404: 'Service is invalid',
    409: 'face and identity do not match',
    500: 'system error',
};
/** Writes a code with its usual text and without Data. */
export function fail(code, message) {
    return { Code: code, Message: message ?? MESSAGES[code] ?? 'fail' };
}
/** Tells the codes of answers before which nothing ran. */
export function isExecuted({ Code }) {
    return ![400, 402, 403, 404].includes(Code);
}
