/**
 * `intl_face_verify`: compares an ID document's photo with a live face
 * (`spec/saf-api.md` section 1). Types only.
 *
 * @module
 */
/** `"true"` or `"false"`, as text. */
export type BooleanText = 'true' | 'false' | (string & {});
/** The shapes of `intl_face_verify`, on the wire side. */
export interface IntlFaceVerify {
    /** What is sent. */
    readonly params: {
        /** Base64 of a JPEG: no prefix, no line breaks. */
        readonly refFaceContent: string;
        /** The same of the live face. */
        readonly authFaceContent: string;
        /** Eight digits; `00840000` is Viet Nam. */
        readonly resourceCode: string;
    };
    /** What comes back. */
    readonly data: {
        readonly passed?: BooleanText;
        readonly retCode?: string;
        readonly retCodeSub?: string;
        readonly retMessage?: string;
        readonly extInfo?: {
            readonly result?: BooleanText;
            readonly score?: string;
            readonly faceAttack?: BooleanText;
        };
    };
}
