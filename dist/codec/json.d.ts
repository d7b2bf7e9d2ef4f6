/** An answer's envelope: its wire names and values, no prototype's. */
export type Envelope = Readonly<Record<string, unknown>>;
/** How answers are asked for and read. `jsonFormat` is the default; `xmlFormat` is in `saf-edge/xml`. */
export interface AnswerFormat {
    /** The value of the `Format` parameter. */
    readonly name: 'JSON' | 'XML';
    /**
     * Reads an answer's text. An integer beyond 2^53 is a bigint in JSON; XML has texts only.
     *
     * @returns The envelope, and whether the document itself says it is an error (`<Error>`).
     * @throws Any error when the text is not a document of this format with an object at its root.
     */
    parse(text: string): {
        readonly envelope: Envelope;
        readonly isError: boolean;
    };
}
/** Asks for JSON and reads it, and a gateway error in XML. */
export declare const jsonFormat: AnswerFormat;
/** Reads a field that the object itself has; what a prototype has is not there. */
export declare function own(value: unknown, name: string): unknown;
/**
 * Parses JSON, with every integer beyond 2^53 as an exact bigint: a number would be another one.
 * What has no sixteen digits in a row where a value may begin is parsed by the host alone.
 */
export declare function parseJson(text: string): unknown;
/** Decodes JSON in a string; a text that is no JSON stays itself. */
export declare function decodeText(text: string, parse?: (text: string) => unknown): unknown;
/** Encodes as JSON; undefined for what JSON cannot say: a bigint, a loop, or an absurd depth. */
export declare function encodeJson(value: unknown, replace?: (name: string, part: unknown) => unknown): string | undefined;
/** Writes what {@link parseJson} gave, big integers by their digits; empty for an absurd depth. */
export declare function rewriteJson(value: unknown): string;
/** A text, or the empty one for anything else. */
export declare function readText(value: unknown): string;
