/**
 * The gateway of SAF, embedded: a `fetch` to develop and test against, and photos to try it with.
 * Exported as `saf-edge/emulator`.
 *
 * @module
 */
export { createEmulator } from './emulator.js';
export type { Emulator, EmulatorClient } from './emulator.js';
export type { FaultName } from './faults.js';
export type { GatewayCode } from './gateway-errors.js';
export type { CorsProfile } from './headers.js';
export type { LogEntry } from './log.js';
export type { AccessKey, EmulatorOptions, PhotoLimits } from './options.js';
export type { FaultOptions, Faults } from './draw.js';
export type { BusinessAnswer, Preset, Scripted, ScriptedAnswer } from './scripted.js';
export type { FaceOutcome } from './services/face-outcome.js';
export { testFaces } from './test-faces.js';
export type { TestFaceName } from './test-faces.js';
export type { FetchLike } from '../types.js';
export type { HmacSha1 } from '../crypto/hmac.js';
