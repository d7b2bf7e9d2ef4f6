/**
 * Judges the business `Code` of a SAF answer (`spec/saf-api.md` section 2.3).
 *
 * @module
 */
import { isObject } from '../codec/check.ts'
import { decodeText, encodeJson, own, readText } from '../codec/json.ts'
import { ResponseError, ServiceError } from '../errors.ts'
import type { Outcome, ServiceErrorCode } from '../errors.ts'
import type { CallFacts, Result } from '../gateway.ts'
import type { Answer } from '../response.ts'

/** A SAF answer whose `Code` is a result. */
export interface ServiceAnswer<Data = unknown> {
  /** 200, or a code by which some services of China answer: 300, 409. */
  readonly code: number
  readonly message: string
  readonly requestId: string
  /** Data decoded, whether it came as an object or as JSON in a string; undefined without Data. */
  readonly data: Data | undefined
  /** Data's text as received; undefined without Data. */
  readonly rawData: string | undefined
}

type Meaning = readonly [ServiceErrorCode, Outcome, string]

const NOT = 'not-executed'

const MEANINGS: Readonly<Record<number, Meaning>> = {
  400: ['ERR_SAF_BAD_PARAMETERS', NOT, 'the parameters are wrong or incomplete'],
  402: ['ERR_SAF_QUOTA', NOT, 'the purchased volume is used up for now'],
  403: ['ERR_SAF_FORBIDDEN', NOT, 'the service is not activated, or has expired'],
  404: ['ERR_SAF_UNKNOWN_SERVICE', NOT, 'no such service here: check its name and the region'],
  500: ['ERR_SAF_INTERNAL', 'failed', 'it failed, and may be billed'],
}

const OTHER: Meaning = ['ERR_SAF_SERVICE', 'failed', 'it answered with an error, and may be billed']

/** Reads an answer as a result, or as the error its code stands for. */
export function judgeService(
  { envelope, requestId, status }: Answer,
  facts: CallFacts,
  { service, results }: { readonly service: string; readonly results: readonly number[] },
): Result<ServiceAnswer> {
  const serviceCode = readCode(own(envelope, 'Code'))
  const known = { ...facts, requestId, status }
  if (serviceCode === undefined) {
    const message = 'an answer without a business code: the call may have run'
    const details = { ...known, outcome: 'unknown' } as const
    return { error: new ResponseError('ERR_SAF_BAD_RESPONSE', message, details) }
  }
  const { data, rawData } = readData(own(envelope, 'Data'))
  if (results.includes(serviceCode)) {
    const message = readText(own(envelope, 'Message'))
    return { value: { code: serviceCode, message, requestId: requestId ?? '', data, rawData } }
  }
  const [code, outcome, meaning] = MEANINGS[serviceCode] ?? OTHER
  const isQuota = serviceCode === 402
  const isInternal = serviceCode === 500
  // A bad resourceCode arrives as 500 with Data (spec/saf-api.md section 1.4).
  const isExplained = isInternal && data !== undefined
  const advice = isExplained ? ': check resourceCode and the photos' : ''
  const details = { ...known, outcome, retryable: isQuota, serviceCode, service, data }
  return {
    error: new ServiceError(code, `${service} ${serviceCode}: ${meaning}${advice}`, details),
    again: isQuota
      ? { kind: 'quota' }
      : isInternal && !isExplained
        ? { kind: 'internal' }
        : undefined,
  }
}

/** Reads an integer, or up to nine digits as text, which is all that XML has. */
function readCode(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  return typeof value === 'string' && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined
}

function readData(value: unknown): Pick<ServiceAnswer, 'data' | 'rawData'> {
  if (typeof value === 'string' && value !== '') return { data: decodeText(value), rawData: value }
  if (!isObject(value) && !Array.isArray(value)) return { data: undefined, rawData: undefined }
  // Data nested too deep to be written is still an answer that was paid for.
  return { data: value, rawData: encodeJson(value) ?? '' }
}
