/* @ts-self-types="./index.d.ts" */
/**
 * `createSaf`: the client of SAF. Exported by `saf-edge`.
 *
 * @module
 */
import { createCaller } from '../caller.js';
import { check, checkObject } from '../codec/check.js';
import { own } from '../codec/json.js';
import { readEndpoint, readInteger, resolveOptions } from '../options.js';
import { chooseAction, isChinaFace } from './actions.js';
import { isSafHost, readRegion, regionEndpoint } from './endpoints.js';
import { executeService, writeJson } from './execute.js';
import { readVerdict } from './face-verify.js';
import { readPhoto } from './photo.js';
/** The API version that every current service of SAF has, and the one of the face services of China. */
const VERSION = '2019-05-21';
const CHINA_VERSION = '2017-03-31';
/**
 * Creates a client of SAF.
 *
 * @param options - Credentials, and what is in {@link SafOptions}.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { createEmulator, testFaces } from 'saf-edge/emulator'
 *
 * const saf = createSaf({ ...createEmulator().client })
 * const verdict = await saf.verifyFace({
 *   refFaceContent: testFaces.idPhoto,
 *   authFaceContent: testFaces.match,
 *   resourceCode: '00840000',
 * })
 * console.log(verdict.decision) // pass
 * ```
 */
export function createSaf(options) {
    checkObject(options, 'options');
    const { allowCustomEndpoint, maxPhotoBytes, region = 'ap-southeast-1' } = options;
    const regional = regionEndpoint(region);
    const { endpoint = regional } = options;
    const url = readEndpoint(endpoint, allowCustomEndpoint, isSafHost);
    const config = resolveOptions(options, { url, version: VERSION });
    const caller = createCaller({ ...config, signer: withVersions(config.signer) });
    const place = readRegion(new URL(url).host) ?? region;
    const photoLimit = readInteger('maxPhotoBytes', maxPhotoBytes, 2 ** 21);
    return {
        async verifyFace(input, callOptions) {
            checkObject(input, 'input');
            const { refFaceContent, authFaceContent, resourceCode } = input;
            const isCode = typeof resourceCode === 'string' && /^\d{8}$/.test(resourceCode);
            check(isCode, 'resourceCode', 'eight digits such as 00840000', resourceCode);
            const write = async () => [
                '{"refFaceContent":"',
                await readPhoto(refFaceContent, 'refFaceContent', photoLimit),
                '","authFaceContent":"',
                await readPhoto(authFaceContent, 'authFaceContent', photoLimit),
                `","resourceCode":"${resourceCode}"}`,
            ];
            const call = { service: 'intl_face_verify', action: 'ExecuteRequest', write };
            return readVerdict(await executeService(caller, { ...call, options: callOptions }));
        },
        async executeRequest(service, params, callOptions) {
            const write = writeJson('serviceParameters', params);
            const { action = chooseAction(service, place), schema } = Object(callOptions);
            const call = { service, action, eventCode: own(params, 'eventCode'), write, schema };
            const answer = await executeService(caller, { ...call, options: callOptions });
            return answer; // why: the registry or the schema says what Data is
        },
        async decide(eventCode, fields, callOptions) {
            const { schema } = Object(callOptions);
            const write = writeJson('fields', fields);
            const call = { service: 'saf_de', action: 'RequestDecision', eventCode, write, schema };
            const answer = await executeService(caller, { ...call, options: callOptions });
            return answer; // why: likewise
        },
    };
}
/** Signs each service's requests with the version it is published for. */
function withVersions(create) {
    return (context) => {
        const sign = create(context);
        return (spec, moment) => sign(isChinaFace(spec.params['Service']) ? { ...spec, version: CHINA_VERSION } : spec, moment);
    };
}
