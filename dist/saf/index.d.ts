import type { ClientOptions } from '../options.js';
import type { CallOptions } from '../types.js';
import type { ServiceAnswer } from './codes.js';
import type { SafRegion } from './endpoints.js';
import type { DecideOptions, ExecuteOptions } from './execute.js';
import type { FaceVerdict } from './face-verify.js';
import type { Photo } from './photo.js';
import type { ServiceData, ServiceGap, ServiceName, ServiceParams } from './registry.js';
import type { Decision } from './services/decision.js';
/** Options of {@link createSaf}. */
export interface SafOptions extends ClientOptions {
    /** Where SAF is called. @defaultValue 'ap-southeast-1' */
    readonly region?: SafRegion | (string & {}) | undefined;
    /** The host to call instead of the region's: an https origin such as `https://saf-vpc.…`. */
    readonly endpoint?: string | undefined;
    /** Decoded bytes of one photo. @defaultValue 2097152 */
    readonly maxPhotoBytes?: number | undefined;
}
/** Two photos and the country they are judged for. */
export interface FaceInput {
    /** The photo of the ID document: a JPEG. */
    readonly refFaceContent: Photo;
    /** The photo of the live face: a JPEG. */
    readonly authFaceContent: Photo;
    /** Eight digits; `00840000` is Viet Nam, the only published one. */
    readonly resourceCode: '00840000' | (string & {});
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
    readonly verifyFace: (input: FaceInput, options?: CallOptions) => Promise<FaceVerdict>;
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
    readonly executeRequest: <S extends ServiceName, Data = ServiceData<S> | undefined>(service: S, serviceParameters: ServiceParams<S>, options?: ExecuteOptions<Data>) => Promise<ServiceAnswer<Data | ServiceGap<S>>>;
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
    readonly decide: <Data = Decision | undefined>(eventCode: string, fields: object, options?: DecideOptions<Data>) => Promise<ServiceAnswer<Data>>;
}
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
export declare function createSaf(options: SafOptions): Saf;
