/* @ts-self-types="./index.d.ts" */
/**
 * `createSaf`: the client of SAF. Exported by `saf-edge`.
 *
 * @module
 */
import { createCaller } from '../client.js';
import { check, checkObject, isPlain } from '../codec/check.js';
import { encodeJson } from '../codec/json.js';
import { readEndpoint, readInteger, resolveOptions } from '../options.js';
import { isSafHost, regionEndpoint } from './endpoints.js';
import { executeService } from './execute.js';
import { readVerdict } from './face-verify.js';
import { readPhoto } from './photo.js';
/** The API version that every current service of SAF has. */
const VERSION = '2019-05-21';
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
    const caller = createCaller(resolveOptions(options, { url, version: VERSION }));
    const photoLimit = readInteger('maxPhotoBytes', maxPhotoBytes, 2 ** 21);
    return {
        async verifyFace(input, callOptions) {
            checkObject(input, 'input');
            const { refFaceContent, authFaceContent, resourceCode } = input;
            const isCode = typeof resourceCode === 'string' && /^\d{8}$/.test(resourceCode);
            check(isCode, 'resourceCode', 'eight digits such as 00840000', resourceCode);
            const writeParameters = async () => [
                '{"refFaceContent":"',
                await readPhoto(refFaceContent, 'refFaceContent', photoLimit),
                '","authFaceContent":"',
                await readPhoto(authFaceContent, 'authFaceContent', photoLimit),
                `","resourceCode":"${resourceCode}"}`,
            ];
            const call = { service: 'intl_face_verify', writeParameters, results: [200] };
            return readVerdict(await executeService(caller, { ...call, options: callOptions }));
        },
        async executeRequest(service, serviceParameters, callOptions) {
            check(isPlain(serviceParameters), 'serviceParameters', 'plain object', serviceParameters);
            const writeParameters = () => {
                const text = encodeJson(serviceParameters);
                check(text, 'serviceParameters', 'JSON without a bigint or a loop', serviceParameters);
                return text;
            };
            const call = { service, writeParameters, results: [200, 300, 409], options: callOptions };
            const answer = await executeService(caller, call);
            return answer; // why: the registry says what a service gives
        },
    };
}
