/** A piece of a value: text, or bytes that stand for their base64. */
export type Segment = string | Uint8Array;
/** A parameter's value: text, or pieces that make it up. */
export type FormValue = string | readonly Segment[];
/** Parameters whose values may hold photos. */
export type FormParams = Readonly<Record<string, FormValue>>;
/** A form that waits for its signature. */
export interface EncodedForm {
    /** The string to sign, in ASCII. Gone when the form is finished. */
    readonly toSign: Uint8Array<ArrayBuffer>;
    /** Makes the body, signature included, where the string to sign was. To be called once. */
    readonly finish: (signature: string) => Uint8Array<ArrayBuffer>;
}
/** Encodes forms. */
export type FormEncoder = (params: FormParams, method?: string) => EncodedForm;
/**
 * Creates an encoder of forms, or of the query of a GET: names in byte order, `Signature` left out.
 * It keeps its tables, which cost as much as a few kilobytes of photo.
 *
 * @throws TypeError naming the parameter that is no text, or holds half a surrogate pair.
 */
export declare function createFormEncoder(): FormEncoder;
