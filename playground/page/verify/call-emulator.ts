/**
 * One call of `verifyFace`, answered by the emulator.
 *
 * @module
 */
import { createEmulator } from '../../../src/emulator/emulator.ts'
import type { Emulator } from '../../../src/emulator/index.ts'
import { createSaf } from '../../../src/index.ts'
import type { FaceVerdict, SafEvent } from '../../../src/index.ts'
import { inUrl, scriptOf } from './faults.ts'
import type { Settings } from './settings.ts'
import { domXmlFormat } from './xml-format.ts'

/** A key that opens nothing, and expires: the library takes no other in a page. */
const KEY = {
  accessKeyId: 'STS.playground',
  accessKeySecret: 'playground-secret',
  securityToken: 'playground-token',
} as const

/** How long the emulator takes: enough to see that something runs. */
const LATENCY_MS = 250

/** How far the emulator's clock is ahead under that fault: outside of its window. */
const SKEW_MS = 1_200_000

/** Less than the gateway's 8 KiB, since test faces are smaller than photos are. */
const SHORT_URL_BYTES = 2048

/** Requests of one call at most: each finds what the emulator was told to find. */
const MAX_ATTEMPTS = 3

/** A call under way. */
export interface EmulatorCall {
  readonly emulator: Emulator
  readonly verdict: Promise<FaceVerdict>
}

/** Starts the call. */
export function callEmulator(
  settings: Settings,
  watch: { readonly onEvent: (event: SafEvent) => void; readonly signal: AbortSignal },
): EmulatorCall {
  const { fault, isAlways, format, region, timeoutMs } = settings
  const emulator = startEmulator(settings)
  const { accessKeyId, accessKeySecret, securityToken } = KEY
  const secret = fault === 'secret' ? 'another-secret' : accessKeySecret
  const saf = createSaf({
    credentials: () => ({ accessKeyId, accessKeySecret: secret, securityToken }),
    region,
    ...(format === 'XML' && { format: domXmlFormat }),
    fetch: fault === 'html-414' ? inUrl(emulator.fetch, isAlways) : emulator.fetch,
    timeoutMs,
    retry: {
      maxAttempts: MAX_ATTEMPTS,
      ambiguous: settings.isReplayed ? 'replay' : 'fail',
      quota: settings.isQuotaTried,
      internal: settings.isInternalTried,
    },
    onEvent: watch.onEvent,
  })
  const input = {
    refFaceContent: settings.ref.blob,
    authFaceContent: settings.auth.blob,
    resourceCode: settings.resourceCode,
  }
  return { emulator, verdict: saf.verifyFace(input, { signal: watch.signal }) }
}

function startEmulator({ face, fault, isAlways }: Settings): Emulator {
  const { accessKeyId, accessKeySecret: secret, securityToken } = KEY
  const scripted = scriptOf(fault)
  const emulator = createEmulator({
    accessKeys: { [accessKeyId]: { secret, securityToken } },
    latencyMs: LATENCY_MS,
    ...(fault === 'skew' && { now: () => Date.now() + SKEW_MS }),
    ...(fault === 'html-414' && { maxUrlBytes: SHORT_URL_BYTES }),
    ...(isAlways && scripted !== undefined && { faults: scripted }),
  })
  if (!isAlways && scripted !== undefined) emulator.script(scripted)
  if (face !== '') emulator.script(...Array.from({ length: MAX_ATTEMPTS }, () => ({ face })))
  return emulator
}
