/**
 * What differs between services: the action and the version they are called by, and which of their
 * codes are results (`spec/services.json`, `spec/saf-codes.json`). The only part of a service that
 * is not types.
 *
 * @module
 */
import { isObject } from '../codec/check.ts'
import { decodeText } from '../codec/json.ts'

/** The actions that call a service by name, and the decision engine's own. */
export type SafAction =
  | 'ExecuteRequest'
  | 'ExecuteRequestSG'
  | 'ExecuteRequestML'
  | 'RequestDecision'

/**
 * Chooses the action: abroad the services `…_intl` and the decision engine have their own, in
 * Malaysia the engine has another one.
 */
export function chooseAction(service: string, region: string): SafAction {
  if (service === 'saf_de' && region === 'ap-southeast-3') return 'ExecuteRequestML'
  const isAbroad = service === 'saf_de' ? !region.startsWith('cn-') : /_intl(_pro)?$/.test(service)
  return isAbroad ? 'ExecuteRequestSG' : 'ExecuteRequest'
}

/** Tells the services of China that are published for an older version, with codes of their own. */
export function isChinaFace(service: unknown): boolean {
  return service === 'face_verify' || service === 'face_verify_localsdk'
}

/** The families whose score is a number, also when it comes as text, which is all that XML has. */
const SCORED = /^(account|address|coupon|risk|saf|yd)_/

/** Decodes the fields of Data that come as text. */
export function decodeFields(service: string, data: unknown): unknown {
  if (!isObject(data) || !SCORED.test(service)) return data
  const score = readDecimal(data['score'])
  const { extend } = data
  const isNested = service === 'risk_intelligence_ip' && typeof extend === 'string'
  return {
    ...data,
    ...(score !== undefined && { score }),
    ...(isNested && { extend: decodeText(extend) }),
  }
}

/** Reads a finite decimal, as a number or as text, which is all that XML has. */
export function readDecimal(
  value: unknown,
  pattern: RegExp = /^-?\d+(\.\d+)?$/,
): number | undefined {
  const number = typeof value === 'string' && pattern.test(value) ? Number(value) : value
  return Number.isFinite(number) ? (number as number) : undefined // why: only a number is finite
}
