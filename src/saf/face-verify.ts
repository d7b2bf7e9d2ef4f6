/**
 * The verdict of a face verification: fail closed. Exported by `saf-edge`.
 *
 * @module
 */
import { own, readText } from '../codec/json.ts'
import { readDecimal } from './actions.ts'
import type { ServiceAnswer } from './codes.ts'

/** What a face verification came to. */
export interface FaceVerdict {
  /** True only for the decision `pass`. */
  readonly passed: boolean
  /**
   * - `pass`: the same person, and alive.
   * - `mismatch`: another person.
   * - `attack`: a replay or a mask is suspected.
   * - `inconclusive`: anything else, such as a photo that could not be read. Not passed.
   */
  readonly decision: 'pass' | 'mismatch' | 'attack' | 'inconclusive'
  /** Similarity, 0 to 100; absent unless the service gave a finite decimal. */
  readonly score?: number
  /** Whether an attack is suspected; absent unless the service said exactly true or false. */
  readonly faceAttack?: boolean
  /** `OK_SUCCESS` when the comparison ran; empty when the service gave none. */
  readonly retCode: string
  /** For the vendor's support; never branch on it. */
  readonly retCodeSub: string
  /** Localised text for the vendor's support. */
  readonly retMessage: string
  /** The gateway's name for this request: quote it to the vendor's support. */
  readonly requestId: string
  /** The Data text as received. */
  readonly raw: string
}

/** Reads a verdict out of a Code 200 answer, whatever its Data. */
export function readVerdict({ data, rawData, requestId }: ServiceAnswer): FaceVerdict {
  const extInfo = own(data, 'extInfo')
  const passed = readBoolean(own(data, 'passed'))
  const result = readBoolean(own(extInfo, 'result'))
  const faceAttack = readBoolean(own(extInfo, 'faceAttack'))
  const score = readDecimal(own(extInfo, 'score'))
  const retCode = readText(own(data, 'retCode'))
  const decision = retCode === 'OK_SUCCESS' ? decide(passed, result, faceAttack) : 'inconclusive'
  return {
    passed: decision === 'pass',
    decision,
    ...(score !== undefined && { score }),
    ...(faceAttack !== undefined && { faceAttack }),
    retCode,
    retCodeSub: readText(own(data, 'retCodeSub')),
    retMessage: readText(own(data, 'retMessage')),
    requestId,
    raw: rawData ?? '',
  }
}

type Flag = boolean | undefined

function decide(passed: Flag, result: Flag, faceAttack: Flag): FaceVerdict['decision'] {
  if (faceAttack) return 'attack'
  if (faceAttack === undefined || passed === undefined || passed !== result) return 'inconclusive'
  return passed ? 'pass' : 'mismatch'
}

/** Exactly true or exactly false, as a boolean or as text; anything else is neither. */
function readBoolean(value: unknown): Flag {
  if (value === true || value === 'true') return true
  return value === false || value === 'false' ? false : undefined
}
