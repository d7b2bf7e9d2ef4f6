/**
 * What is to be verified, by whom, and what shall go wrong.
 *
 * @module
 */
import type { FaceOutcome } from '../../../src/emulator/services/face-outcome.ts'
import { REGIONS as ALL_REGIONS } from '../../../src/saf/endpoints.ts'
import type { SafRegion } from '../../../src/saf/endpoints.ts'
import type { FaultId } from './faults.ts'
import { testPhoto } from './photo.ts'
import type { ChosenPhoto } from './photo.ts'

/** The regions on offer, the default first. */
export const REGIONS: readonly SafRegion[] = [
  'ap-southeast-1',
  ...ALL_REGIONS.filter((region) => region !== 'ap-southeast-1'),
]

/** The only resource code that is published. */
export const VIET_NAM = '00840000'

/** The choices of the verifying view. */
export interface Settings {
  readonly ref: ChosenPhoto
  readonly auth: ChosenPhoto
  readonly resourceCode: string
  /** The code is typed, and not that of a country on offer. */
  readonly isOtherCode: boolean
  readonly region: string
  readonly format: string
  readonly via: 'emulator' | 'handler'
  readonly handlerUrl: string
  readonly handlerAuth: string
  readonly fault: FaultId
  /** The fault strikes every request. */
  readonly isAlways: boolean
  /** What the emulator finds; empty for what the photo says. */
  readonly face: FaceOutcome | ''
  readonly isReplayed: boolean
  readonly isQuotaTried: boolean
  readonly isInternalTried: boolean
  readonly timeoutMs: number
}

/** The choices one starts with: they verify as they are. */
export function startSettings(): Settings {
  return {
    ref: testPhoto('idPhoto'),
    auth: testPhoto('match'),
    resourceCode: VIET_NAM,
    isOtherCode: false,
    region: 'ap-southeast-1',
    format: 'JSON',
    via: 'emulator',
    handlerUrl: '',
    handlerAuth: '',
    fault: 'none',
    isAlways: false,
    face: '',
    isReplayed: false,
    isQuotaTried: false,
    isInternalTried: false,
    timeoutMs: 5000,
  }
}
