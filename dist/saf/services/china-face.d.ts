/**
 * `face_verify` and `face_verify_localsdk` of China: a person against the state's register
 * (`spec/saf-api.md` section 2.4). Types only.
 *
 * @module
 */
interface Person {
    readonly name: string;
    readonly certNumber: string;
}
/** A session of the mobile SDK, `init`, or of a page, `initH5`. */
interface Start extends Person {
    readonly method: 'init' | 'initH5';
    /** JSON text: from the mobile SDK, or from the page's `getmetainfo.js`. */
    readonly metainfo: string;
}
interface QuerySession {
    readonly bizId: string;
    /** `1` for the photo. */
    readonly returnImage?: 1 | '1' | undefined;
}
interface Query extends QuerySession {
    readonly method: 'query';
    readonly queryId: string;
}
interface QueryPage extends QuerySession {
    readonly method: 'queryH5';
    readonly zimId: string;
}
interface Match extends Person {
    readonly method: 'match';
    /** Base64 of a JPEG. */
    readonly imgbase64: string;
}
/** `face_verify`. Code 300: not finished yet, ask again. A query without a photo has no Data. */
export interface ChinaFaceVerify {
    readonly params: Start | Query | QueryPage | Match;
    readonly data: {
        /** Of `init`. */
        readonly queryId?: string;
        /** Of `initH5`. */
        readonly zimId?: string;
        /** Of `init` and `initH5`. */
        readonly bizId?: string;
        /** Of a query with `returnImage`: url-safe base64 of a JPEG. */
        readonly image?: string;
    };
}
/** `face_verify_localsdk`. Code 200: the same person; code 409, without Data: another. */
export interface ChinaFaceLocalSdk {
    readonly params: Person & ({
        readonly blob: string;
        readonly imgbase64?: undefined;
    } | {
        readonly blob?: undefined;
        readonly imgbase64: string;
    });
    readonly data: Readonly<Record<string, unknown>>;
}
export {};
