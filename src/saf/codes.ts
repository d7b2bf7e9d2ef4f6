/**
 * Judges the business `Code` of a SAF answer (`spec/saf-api.md` section 2.3).
 *
 * @module
 */
import type { Envelope } from '../codec/json.ts'
import { decodeText, own, parseJson, readText, rewriteJson } from '../codec/json.ts'
import { ResponseError, ServiceError } from '../errors.ts'
import type { Outcome, SafErrorDetails, ServiceErrorCode } from '../errors.ts'
import type { Result } from '../gateway.ts'
import { decodeFields, isChinaFace, readDecimal } from './actions.ts'

/** A SAF answer whose `Code` is a result. */
export interface ServiceAnswer<Data = unknown> {
  /** 200, or a code by which the face services of China answer: 300 not finished, 409 no match. */
  readonly code: number
  /** The service's own text; never branch on it. */
  readonly message: string
  /** The gateway's name for this request: quote it to the vendor's support. */
  readonly requestId: string
  /** Data decoded, whether it came as an object or as JSON in a string; undefined without Data. */
  readonly data: Data
  /** Data's text as received; undefined without Data. */
  readonly rawData: string | undefined
}

/** What errors tell of the call: its attempts, and the answer's identifier and status. */
export type KnownFacts = Omit<SafErrorDetails, 'outcome'>

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

/** What else the face services of China answer: results, and ends of `init`. */
const CHINA: Readonly<Record<number, string>> = {
  300: '',
  409: '',
  510: 'the parameters are wrong or incomplete',
  520: 'no such person: check name and certNumber',
  530: 'no photo to compare with',
  540: 'too many failed attempts',
}

/** Reads an answer as a result, or as the error its code stands for. */
export function judgeService(
  envelope: Envelope,
  known: KnownFacts,
  service: string,
): Result<ServiceAnswer> {
  const serviceCode = readCode(own(envelope, 'Code'))
  if (serviceCode === undefined) {
    const message = 'an answer without a business code: the call may have run'
    const details = { ...known, outcome: 'unknown' } as const
    return { error: new ResponseError('ERR_SAF_BAD_RESPONSE', message, details) }
  }
  const { data, rawData } = readData(own(envelope, 'Data'))
  const special = isChinaFace(service) ? CHINA[serviceCode] : undefined
  if (serviceCode === 200 || special === '') {
    const message = readText(own(envelope, 'Message'))
    const { requestId = '' } = known
    const decoded = decodeFields(service, data)
    return { value: { code: serviceCode, message, requestId, data: decoded, rawData } }
  }
  const [code, outcome, meaning] = MEANINGS[serviceCode] ?? OTHER
  const isQuota = serviceCode === 402
  const isInternal = serviceCode === 500
  // A bad resourceCode arrives as 500 with Data (spec/saf-api.md section 1.4).
  const isExplained = isInternal && data !== undefined
  const advice = isExplained ? ': check resourceCode and the photos' : ''
  const text = `${service} ${serviceCode}: ${special ?? meaning}${advice}`
  const details = { ...known, outcome, retryable: isQuota, serviceCode, service, data }
  return {
    error: new ServiceError(code, text, details),
    again: isQuota
      ? { kind: 'quota' }
      : isInternal && !isExplained
        ? { kind: 'internal' }
        : undefined,
  }
}

/** Reads an integer, or up to nine digits as text. */
function readCode(value: unknown): number | undefined {
  const code = readDecimal(value, /^\s*\d{1,9}\s*$/)
  return Number.isSafeInteger(code) ? code : undefined
}

function readData(value: unknown): { readonly data?: unknown; readonly rawData?: string } {
  if (typeof value === 'string' && value !== '')
    return { data: decodeText(value, parseJson), rawData: value }
  if (typeof value !== 'object' || value === null) return {}
  // Data nested too deep to be written is still an answer that was paid for.
  return { data: value, rawData: rewriteJson(value) }
}
