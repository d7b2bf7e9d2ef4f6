import type { FetchLike } from '../types.js';
import type { LogEntry } from './log.js';
import type { EmulatorOptions } from './options.js';
import type { Scripted } from './scripted.js';
/** What to spread into the options of a client. */
export interface EmulatorClient {
    /** Nothing listens there: `fetch` answers. */
    readonly endpoint: 'http://127.0.0.1';
    /** The endpoint is on loopback. */
    readonly allowCustomEndpoint: true;
    /** The first key of the option `accessKeys`. */
    readonly accessKeyId: string;
    /** Its secret. */
    readonly accessKeySecret: string;
    /** Its token, when it has one. */
    readonly securityToken?: string;
    /** The emulator's own `fetch`. */
    readonly fetch: FetchLike;
}
/** SAF's gateway, embedded. */
export interface Emulator {
    /**
     * Answers a request, in both forms that `fetch` takes; works detached. Rejects as the host's
     * `fetch` does: with the signal's reason on abort, with a TypeError for arguments that are no
     * request, and with one when a fault drops the connection.
     */
    readonly fetch: FetchLike;
    /** What to spread into `createSaf`: endpoint, first key, and this `fetch`. */
    readonly client: EmulatorClient;
    /** What arrived, oldest first, redacted; the last 1000 requests. */
    readonly log: readonly LogEntry[];
    /**
     * Says what the next calls get, one each. What is `face` or `business` alone waits for a call that
     * the gateway lets through to the service; everything else meets the next call, whatever it is.
     *
     * @throws TypeError for what it does not know; then nothing is queued.
     */
    readonly script: (...answers: readonly Scripted[]) => void;
    /** Forgets nonces, issued keys, script and log, and starts the faults anew. */
    readonly reset: () => void;
}
/**
 * Creates an emulator of SAF's gateway: no sockets, every runtime, nothing kept outside of it.
 *
 * What a face verification comes to is decided, first match first, by `script`, by a resource code
 * (`00990001` match, `…2` mismatch, `…3` spoof, `…4` unreadable, `…5` noReference; `00990402`,
 * `…403`, `…404` and `…500` answer that code), and by the outcome that each of `testFaces` carries.
 * Any other JPEG, and what is none, answers `PROCESSING`. Good resource codes are `00`, two digits
 * and `0000`.
 *
 * Where the vendor is silent it is strict: a parameter that comes twice, an escape that is no UTF-8
 * and a body that is no form are refused. STS issues keys for any role, but for those whose name
 * starts with `missing` or `denied`.
 *
 * @param options - All optional; see {@link EmulatorOptions}.
 * @throws TypeError naming the option that is wrong.
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { createEmulator, testFaces } from 'saf-edge/emulator'
 *
 * const emulator = createEmulator()
 * emulator.script({ face: 'spoof' })
 * const saf = createSaf({ ...emulator.client })
 * const { decision } = await saf.verifyFace({
 *   refFaceContent: testFaces.idPhoto,
 *   authFaceContent: testFaces.match,
 *   resourceCode: '00840000',
 * })
 * console.log(decision, emulator.log.length) // attack 1
 * ```
 */
export declare function createEmulator(options?: EmulatorOptions): Emulator;
