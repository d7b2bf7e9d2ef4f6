/**
 * What a test may want an answer to be.
 *
 * @module
 */
import { quote } from '../codec/check.ts'
import { isFaultName } from './faults.ts'
import type { FaultName } from './faults.ts'
import { isGatewayCode } from './gateway-errors.ts'
import type { GatewayCode } from './gateway-errors.ts'
import { readInteger, readWait, requireObject, wrong } from './read.ts'
import { isFaceOutcome } from './services/face-outcome.ts'
import type { FaceOutcome } from './services/face-outcome.ts'

/** An answer of SAF's business layer, as it shall be. */
export interface BusinessAnswer {
  /** The business code, such as 402. */
  readonly Code: number
  /** What it says in words. @defaultValue the usual text of the code */
  readonly Message?: string | undefined
  /** Any JSON; text is sent as text. Without it the answer has no Data. */
  readonly Data?: unknown
}

/**
 * One scripted answer: at most one of `face`, `business` and `gateway`, and beside it what happens
 * on the way.
 */
export interface ScriptedAnswer {
  /** How the next face verification ends, whatever its photos; the gateway checks it as ever. */
  readonly face?: FaceOutcome | undefined
  /** What the service answers; the gateway checks the request as ever. */
  readonly business?: BusinessAnswer | undefined
  /** The gateway answers this error, and nothing runs. */
  readonly gateway?: GatewayCode | undefined
  /** The HTTP status of `gateway`. @defaultValue the documented one */
  readonly status?: number | undefined
  /** Milliseconds for the header `x-acs-retry-after` of `gateway`. @defaultValue no header */
  readonly retryAfterMs?: number | undefined
  /** What happens to the answer, after the operation ran. */
  readonly fault?: FaultName | undefined
  /** The fault strikes before anything runs. @defaultValue false */
  readonly before?: boolean | undefined
  /** Milliseconds until the answer comes; the operation runs at once. */
  readonly latencyMs?: number | undefined
  /** Milliseconds by which the gateway's clock is ahead for this request. */
  readonly skewMs?: number | undefined
}

/** A scripted answer, or the name of a fault, a preset or a gateway error code. */
export type Scripted = ScriptedAnswer | FaultName | GatewayCode | Preset

/** Names for what needs a number: a wait, a header, a skewed clock, an expired token, a status. */
export type Preset = 'latency' | 'throttling' | 'clock-skew' | 'sts-expiry' | 'api-502'

/** What each preset stands for. */
export const PRESETS: Readonly<Record<Preset, ScriptedAnswer>> = {
  latency: { latencyMs: 1000 },
  throttling: { gateway: 'Throttling.User', retryAfterMs: 1000 },
  'clock-skew': { skewMs: 1_200_000 },
  'sts-expiry': { gateway: 'InvalidSecurityToken.Expired' },
  'api-502': { gateway: 'InternalError', status: 502 },
}

/** Checks a scripted answer; a name becomes what it stands for. */
export function readScripted(given: Scripted, place: 'script' | 'faults'): ScriptedAnswer {
  if (typeof given === 'string') {
    if (Object.hasOwn(PRESETS, given)) return PRESETS[given as Preset] // why: hasOwn
    if (isFaultName(given)) return { fault: given }
    if (isGatewayCode(given)) return { gateway: given }
    throw new TypeError(`"${place}" knows no fault or gateway code ${quote(given)}`)
  }
  requireObject(place, given)
  const answer = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as ScriptedAnswer // why: its fields are checked below
  const { face, business, gateway, fault } = answer
  const names = Object.keys(answer)
  const unknown = names.find((name) => !FIELDS.includes(name))
  if (unknown !== undefined) throw new TypeError(`"${place}" has no field ${quote(unknown)}`)
  if (names.length === 0) throw new TypeError(`"${place}" expected at least one field`)
  if ([face, business, gateway].filter((part) => part !== undefined).length > 1) {
    throw new TypeError(`"${place}" expected at most one of face, business and gateway`)
  }
  if (face !== undefined && !isFaceOutcome(face)) throw wrong('face', 'name of an outcome', face)
  if (gateway !== undefined && !isGatewayCode(gateway)) {
    throw wrong('gateway', 'code of the gateway', gateway)
  }
  if (fault !== undefined && !isFaultName(fault)) throw wrong('fault', 'name of a fault', fault)
  if (business !== undefined) checkBusiness(business)
  checkDetails(answer)
  return answer
}

const FIELDS: readonly string[] = [
  'face',
  'business',
  'gateway',
  'status',
  'retryAfterMs',
  'fault',
  'before',
  'latencyMs',
  'skewMs',
]

function checkBusiness(business: BusinessAnswer): void {
  requireObject('business', business)
  if (!Number.isSafeInteger(business.Code)) throw wrong('business.Code', 'integer', business.Code)
  if (business.Message !== undefined && typeof business.Message !== 'string') {
    throw wrong('business.Message', 'text', business.Message)
  }
  // Throws a TypeError for what JSON cannot say.
  JSON.stringify(business.Data)
}

function checkDetails(answer: ScriptedAnswer): void {
  const { gateway, status, retryAfterMs, fault, before, latencyMs, skewMs } = answer
  if (gateway === undefined && (status ?? retryAfterMs) !== undefined) {
    throw new TypeError('"status" and "retryAfterMs" go with "gateway"')
  }
  if (fault === undefined && before !== undefined) throw new TypeError('"before" goes with "fault"')
  if (before !== undefined && typeof before !== 'boolean') throw wrong('before', 'boolean', before)
  const isStatus = Number.isInteger(status) && Number(status) >= 400 && Number(status) <= 599
  if (status !== undefined && !isStatus) throw wrong('status', 'integer from 400 to 599', status)
  readInteger('retryAfterMs', retryAfterMs, 1)
  readWait('latencyMs', latencyMs)
  if (skewMs !== undefined && !Number.isFinite(skewMs)) throw wrong('skewMs', 'number', skewMs)
}
