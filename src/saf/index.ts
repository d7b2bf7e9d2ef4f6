/**
 * `createSaf`: the client of SAF. Exported by `saf-edge`.
 *
 * @module
 */
import { createCaller } from '../caller.ts'
import { check, checkObject } from '../codec/check.ts'
import { own } from '../codec/json.ts'
import { readEndpoint, readInteger, resolveOptions } from '../options.ts'
import type { ClientOptions } from '../options.ts'
import type { FormValue } from '../sign/encode-form.ts'
import type { RequestSigner } from '../sign/signer.ts'
import type { CallOptions } from '../types.ts'
import { chooseAction, isChinaFace } from './actions.ts'
import type { ServiceAnswer } from './codes.ts'
import { readRegion, regionEndpoint } from './endpoints.ts'
import type { SafRegion } from './endpoints.ts'
import { executeService, writeJson } from './execute.ts'
import type { DecideOptions, ExecuteOptions } from './execute.ts'
import { readVerdict } from './face-verify.ts'
import type { FaceVerdict } from './face-verify.ts'
import { readPhoto } from './photo.ts'
import type { Photo } from './photo.ts'
import type { ServiceData, ServiceGap, ServiceName, ServiceParams } from './registry.ts'
import type { Decision } from './services/decision.ts'

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
   * @returns A verdict for every answer of code 200; its `passed` is true only beyond doubt.
   * @throws TypeError before anything is sent, when a photo is not a JPEG, empty or too large, or
   *   `resourceCode` is not eight digits. A `SafError` whose `outcome` says whether the call ran.
   */
  readonly verifyFace: (input: FaceInput, options?: CallOptions) => Promise<FaceVerdict>
  /**
   * Calls any service of SAF: one call. Parameters and `data` of the documented services are typed;
   * a service that is not known takes any object.
   *
   * With `xmlFormat` every other leaf than a documented score is text.
   *
   * @throws TypeError for parameters that cannot be sent; a `SafError` for every answer that is
   *   not a result, and for Data that `schema` refuses.
   * @example
   * ```ts
   * import { createSaf } from 'saf-edge'
   * import { createEmulator } from 'saf-edge/emulator'
   *
   * const saf = createSaf({ ...createEmulator().client, region: 'cn-shanghai' })
   * const { data } = await saf.executeRequest('email_risk', { email: 'a@example.com' })
   * console.log(data?.tags) // no_tag
   * ```
   */
  readonly executeRequest: <S extends ServiceName, Data = ServiceData<S> | undefined>(
    service: S,
    serviceParameters: ServiceParams<S>,
    options?: ExecuteOptions<Data>,
  ) => Promise<ServiceAnswer<Data | ServiceGap<S>>>
  /**
   * Asks the decision engine about an event, by `RequestDecision`: one call.
   *
   * @param eventCode - The event as the console names it, such as `de_ayhruh4342`.
   * @param fields - The event's own fields; the engine does not check them.
   * @throws TypeError for fields that cannot be sent; a `SafError` for every answer but Code 200,
   *   and for Data that `schema` refuses.
   * @example
   * ```ts
   * import { createSaf } from 'saf-edge'
   * import { createEmulator } from 'saf-edge/emulator'
   *
   * const saf = createSaf({ ...createEmulator().client })
   * const { data } = await saf.decide('de_login', { userId: 'u-1', attempts: 3 })
   * console.log(data?.finalDecision) // PASS
   * ```
   */
  readonly decide: <Data = Decision | undefined>(
    eventCode: string,
    fields: object,
    options?: DecideOptions<Data>,
  ) => Promise<ServiceAnswer<Data>>
}

/** The API version that every current service of SAF has, and the one of the face services of China. */
const VERSION = '2019-05-21'
const CHINA_VERSION = '2017-03-31'

/**
 * Creates a client of SAF. Nothing is sent before its first call. One serves all calls of a process
 * or isolate.
 *
 * @param options - A key pair or `credentials`, and what is in {@link SafOptions}.
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
  const url = readEndpoint(endpoint, allowCustomEndpoint, readRegion)
  const config = resolveOptions(options, { url, version: VERSION })
  const caller = createCaller({ ...config, signer: withVersions(config.signer) })
  const place = readRegion(new URL(url).host) ?? region
  const photoLimit = readInteger('maxPhotoBytes', maxPhotoBytes, 2 ** 21)
  return {
    async verifyFace(input, callOptions) {
      checkObject(input, 'input')
      const { refFaceContent, authFaceContent, resourceCode } = input
      const isCode = typeof resourceCode === 'string' && /^\d{8}$/.test(resourceCode)
      check(isCode, 'resourceCode', 'eight digits such as 00840000', resourceCode)
      const write = async (): Promise<FormValue> => [
        '{"refFaceContent":"',
        await readPhoto(refFaceContent, 'refFaceContent', photoLimit),
        '","authFaceContent":"',
        await readPhoto(authFaceContent, 'authFaceContent', photoLimit),
        `","resourceCode":"${resourceCode}"}`,
      ]
      const call = { service: 'intl_face_verify', action: 'ExecuteRequest', write }
      return readVerdict(await executeService(caller, call, callOptions))
    },
    async executeRequest(service, params, callOptions) {
      const write = writeJson('serviceParameters', params)
      const { action = chooseAction(service, place), schema }: ExecuteOptions = Object(callOptions)
      const call = { service, action, eventCode: own(params, 'eventCode'), write, schema }
      const answer = await executeService(caller, call, callOptions)
      return answer as never // why: the registry or the schema says what Data is
    },
    async decide(eventCode, fields, callOptions) {
      const write = writeJson('fields', fields)
      const { schema }: DecideOptions = Object(callOptions)
      const call = { service: 'saf_de', action: 'RequestDecision', eventCode, write, schema }
      const answer = await executeService(caller, call, callOptions)
      return answer as never // why: likewise
    },
  }
}

/** Signs each service's requests with the version it is published for. */
function withVersions(create: RequestSigner): RequestSigner {
  return (context) => {
    const sign = create(context)
    return (spec, moment) =>
      sign(isChinaFace(spec.params['Service']) ? { ...spec, version: CHINA_VERSION } : spec, moment)
  }
}
