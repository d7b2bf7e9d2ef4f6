/* @ts-self-types="./emulator.d.ts" */
/**
 * `createEmulator`: SAF's gateway as a `fetch`. Exported by `saf-edge/emulator`.
 *
 * @module
 */
import { readElapsed } from '../core.js';
import { isEpochMs } from '../core.js';
import { drawRequestId } from './answer.js';
import { findSignal, readArrival, readRequest } from './arrival.js';
import { answerRequest } from './gateway.js';
import { createKeyRing } from './key-ring.js';
import { addEntry, describeRequest } from './log.js';
import { createNonces } from './nonces.js';
import { readOptions } from './options.js';
import { createRate } from './rate.js';
import { wrong } from './read.js';
import { createScript } from './script.js';
import { pause, send, sendFront } from './send.js';
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
export function createEmulator(options = {}) {
    const config = readOptions(options);
    const keys = createKeyRing(config.accessKeys);
    const [nonces, unsignedNonces] = [createNonces(), createNonces()];
    const rate = createRate(config.ratePerSecond);
    const apiRate = createRate(config.apiRatePerSecond);
    const script = createScript(config.faults);
    const log = [];
    const state = { config, keys, nonces, unsignedNonces, rate, apiRate, script, log };
    const fetch = (input, init) => serve(input, init, state);
    const [first] = config.accessKeys;
    const [accessKeyId, { secret, securityToken }] = first ?? ['', { secret: '' }];
    return Object.freeze({
        fetch,
        client: Object.freeze({
            endpoint: 'http://127.0.0.1',
            allowCustomEndpoint: true,
            accessKeyId,
            accessKeySecret: secret,
            ...(securityToken === undefined ? undefined : { securityToken }),
            fetch,
        }),
        log,
        script: (...answers) => script.add(answers),
        reset() {
            for (const part of [nonces, unsignedNonces, keys, rate, apiRate])
                part.clear();
            script.reset();
            log.length = 0;
        },
    });
}
async function serve(input, init, state) {
    const { config, script, log } = state;
    const signal = findSignal(input, init);
    if (signal?.aborted)
        throw signal.reason;
    const startedMs = readElapsed();
    const arrival = await readArrival(readRequest(input, init), config, signal);
    const isApi = arrival.page === undefined && arrival.method !== 'OPTIONS';
    const plan = (isApi ? script.takeOnArrival() : undefined) ?? {};
    const atEpochMs = readNow(config.now, plan.skewMs);
    const requestId = drawRequestId();
    const handling = { world: { ...state, nowEpochMs: atEpochMs }, requestId, plan, script };
    const answer = isApi ? await answerRequest(arrival, handling) : undefined;
    let status;
    try {
        // The operation ran, or did not; a caller who does not wait changes nothing about that.
        await pause(plan.latencyMs ?? config.latencyMs, signal);
        const scene = { config, plan, requestId, atEpochMs, signal };
        const response = answer ? await send(answer, scene) : sendFront(arrival, scene);
        status = response.status;
        return response;
    }
    finally {
        const durationMs = Math.round(readElapsed() - startedMs);
        const facts = { atEpochMs, status, requestId, fault: plan.fault ?? plan.gateway, durationMs };
        addEntry(log, { ...describeRequest(arrival, answer), ...facts }, config.onRequest);
    }
}
function readNow(now, skewMs = 0) {
    const atEpochMs = now() + skewMs;
    if (!isEpochMs(atEpochMs))
        throw wrong('now', 'function that gives epoch milliseconds', atEpochMs);
    return atEpochMs;
}
