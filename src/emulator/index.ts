/**
 * The gateway of SAF, embedded: a `fetch` to develop and test against, and photos to try it with.
 * Exported as `saf-edge/emulator`.
 *
 * @module
 */
export { createEmulator } from './emulator.ts'
export type { Emulator, EmulatorClient } from './emulator.ts'
export type { FaultName } from './faults.ts'
export type { GatewayCode } from './gateway-errors.ts'
export type { CorsProfile } from './headers.ts'
export type { LogEntry } from './log.ts'
export type { AccessKey, EmulatorOptions, PhotoLimits } from './options.ts'
export type { FaultOptions, Faults } from './draw.ts'
export type { BusinessAnswer, Preset, Scripted, ScriptedAnswer } from './scripted.ts'
export type { FaceOutcome } from './services/face-outcome.ts'
export { testFaces } from './test-faces.ts'
export type { TestFaceName } from './test-faces.ts'
export type { FetchLike } from '../types.ts'
export type { HmacSha1 } from '../crypto/hmac.ts'
