/**
 * What services answer.
 *
 * @module
 */

/** The fields of a service's answer, but for the request ID. */
export interface ServiceResult {
  readonly Code: number
  readonly Message: string
  /** Text for `intl_face_verify`, an object for every other service. */
  readonly Data?: unknown
}

const MESSAGES: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'ServiceParameters is invalid',
  402: 'daily query volume is exceeded',
  403: 'service is not activated or has expired',
  404: 'Service is invalid',
  409: 'face and identity do not match',
  500: 'system error',
}

/** Writes a code with its usual text and without Data. */
export function fail(code: number, message?: string): ServiceResult {
  return { Code: code, Message: message ?? MESSAGES[code] ?? 'fail' }
}

/** Tells the codes of answers before which nothing ran. */
export function isExecuted({ Code }: ServiceResult): boolean {
  return ![400, 402, 403, 404].includes(Code)
}
