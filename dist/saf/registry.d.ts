/**
 * What each service takes and gives, for the compiler: adding one is adding a row. Types only;
 * exported by `saf-edge`. An application may add its own by declaration merging.
 *
 * @module
 */
import type { IntlFaceVerify } from './services/intl-face-verify.js';
/** A service's parameters and decoded Data. */
export interface ServiceShape {
    readonly params: object;
    readonly data: unknown;
}
/** Services by their wire name. Open: merge your own into it. */
export interface ServiceMap {
    readonly intl_face_verify: IntlFaceVerify;
}
/** A service's name: a known one is completed by editors, any other passes. */
export type ServiceName = keyof ServiceMap | (string & {});
/** What a service takes; anything for one that is not known. */
export type ServiceParams<S extends string> = S extends keyof ServiceMap ? ServiceMap[S]['params'] : object;
/** What a service's decoded Data is; unknown for one that is not known. */
export type ServiceData<S extends string> = S extends keyof ServiceMap ? ServiceMap[S]['data'] : unknown;
