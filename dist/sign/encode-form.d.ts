/** A piece of a value: text, or bytes that stand for their base64. */
export type Segment = string | Uint8Array;
/** A parameter's value: text, or pieces that make it up. */
export type FormValue = string | readonly Segment[];
/** Parameters whose values may hold photos. */
export type FormParams = Readonly<Record<string, FormValue>>;
/** A form that waits for its signature. */
export interface EncodedForm {
    /** The string to sign, in ASCII. */
    readonly toSign: Uint8Array<ArrayBuffer>;
    /** Adds the signature and gives the body. To be called once. */
    readonly finish: (signature: string) => Uint8Array<ArrayBuffer>;
}
/**
 * Encodes a form, or the query of a GET: names in byte order, `Signature` left out.
 *
 * @throws TypeError naming the parameter that is no text, or holds half a surrogate pair.
 */
export declare function encodeForm(params: FormParams, method?: string): EncodedForm;
