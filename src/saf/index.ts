/**
 * `createSaf`: the client of SAF. Exported by `saf-edge`.
 *
 * @module
 */
import { createCaller } from '../caller.ts'
import { check, checkObject, isPlain } from '../codec/check.ts'
import { encodeJson } from '../codec/json.ts'
import { readEndpoint, readInteger, resolveOptions } from '../options.ts'
import type { ClientOptions } from '../options.ts'
import type { FormValue } from '../sign/encode-form.ts'
import type { CallOptions } from '../types.ts'
import type { ServiceAnswer } from './codes.ts'
import { isSafHost, regionEndpoint } from './endpoints.ts'
import type { SafRegion } from './endpoints.ts'
import { executeService } from './execute.ts'
import { readVerdict } from './face-verify.ts'
import type { FaceVerdict } from './face-verify.ts'
import { readPhoto } from './photo.ts'
import type { Photo } from './photo.ts'
import type { ServiceData, ServiceName, ServiceParams } from './registry.ts'

/** Options of {@link createSaf}. */
export interface SafOptions extends ClientOptions {
  /** Where SAF is called. @defaultValue 'ap-southeast-1' */
  readonly region?: SafRegion | (string & {}) | undefined
  /** The host to call instead of the region's: an https origin such as `https://saf-vpc.…`. */
  readonly endpoint?: string | undefined
  /** Decoded bytes of one photo. @defaultValue 2097152 */
  readonly maxPhotoBytes?: number | undefined
}

/** Two photos and the country they are judged for. */
export interface FaceInput {
  /** The photo of the ID document: a JPEG. */
  readonly refFaceContent: Photo
  /** The photo of the live face: a JPEG. */
  readonly authFaceContent: Photo
  /** Eight digits; `00840000` is Viet Nam, the only published one. */
  readonly resourceCode: '00840000' | (string & {})
}

/** A client of SAF. Printing it shows no secret. */
export interface Saf {
  /**
   * Compares two photos: one paid call.
   *
   * @throws TypeError before anything is sent, when a photo is not a JPEG, empty or too large, or
   *   `resourceCode` is not eight digits. A `SafError` whose `outcome` says whether the call ran.
   */
  readonly verifyFace: (input: FaceInput, options?: CallOptions) => Promise<FaceVerdict>
  /**
   * Calls any service of SAF: one call.
   *
   * @throws TypeError for parameters that cannot be sent; a `SafError` for every answer that is
   *   not a result.
   */
  readonly executeRequest: <S extends ServiceName>(
    service: S,
    serviceParameters: ServiceParams<S>,
    options?: CallOptions,
  ) => Promise<ServiceAnswer<ServiceData<S>>>
}

/** The API version that every current service of SAF has. */
const VERSION = '2019-05-21'

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
export function createSaf(options: SafOptions): Saf {
  checkObject(options, 'options')
  const { allowCustomEndpoint, maxPhotoBytes, region = 'ap-southeast-1' } = options
  const regional = regionEndpoint(region)
  const { endpoint = regional } = options
  const url = readEndpoint(endpoint, allowCustomEndpoint, isSafHost)
  const caller = createCaller(resolveOptions(options, { url, version: VERSION }))
  const photoLimit = readInteger('maxPhotoBytes', maxPhotoBytes, 2 ** 21)
  return {
    async verifyFace(input, callOptions) {
      checkObject(input, 'input')
      const { refFaceContent, authFaceContent, resourceCode } = input
      const isCode = typeof resourceCode === 'string' && /^\d{8}$/.test(resourceCode)
      check(isCode, 'resourceCode', 'eight digits such as 00840000', resourceCode)
      const writeParameters = async (): Promise<FormValue> => [
        '{"refFaceContent":"',
        await readPhoto(refFaceContent, 'refFaceContent', photoLimit),
        '","authFaceContent":"',
        await readPhoto(authFaceContent, 'authFaceContent', photoLimit),
        `","resourceCode":"${resourceCode}"}`,
      ]
      const call = { service: 'intl_face_verify', writeParameters, results: [200] }
      return readVerdict(await executeService(caller, { ...call, options: callOptions }))
    },
    async executeRequest<S extends ServiceName>(
      service: S,
      serviceParameters: ServiceParams<S>,
      callOptions?: CallOptions,
    ) {
      check(isPlain(serviceParameters), 'serviceParameters', 'plain object', serviceParameters)
      const writeParameters = (): string => {
        const text = encodeJson(serviceParameters)
        check(text, 'serviceParameters', 'JSON without a bigint or a loop', serviceParameters)
        return text
      }
      const call = { service, writeParameters, results: [200, 300, 409], options: callOptions }
      const answer = await executeService(caller, call)
      return answer as ServiceAnswer<ServiceData<S>> // why: the registry says what a service gives
    },
  }
}
