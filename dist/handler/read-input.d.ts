import type { Config } from './options.js';
/** What is verified. */
export interface Input {
    readonly refFaceContent: Uint8Array;
    readonly authFaceContent: Uint8Array;
    readonly resourceCode: string;
}
/** How a body is written. */
export type BodyKind = 'form' | 'json';
/** Tells how a body is written; undefined for anything that is not read. */
export declare function readKind(headers: Headers): BodyKind | undefined;
/**
 * Reads the fields and checks them. Photos are cut off at their end.
 *
 * @throws Refusal naming the field.
 */
export declare function readInput(bytes: Uint8Array<ArrayBuffer>, headers: Headers, config: Pick<Config<never>, 'maxPhotoBytes' | 'maxPhotoPixels' | 'resourceCodes'>): Promise<Input>;
