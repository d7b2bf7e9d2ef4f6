import type { PhotoLimits } from '../options.js';
/** What a JPEG says about itself. */
export interface PhotoFacts {
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
    /** The outcome in its comment, `saf-edge outcome=<name>`; undefined in every other photo. */
    readonly outcome: string | undefined;
}
/** Reads a photo; undefined for a data: prefix, CR or LF, text that is not base64, or no JPEG. */
export declare function readPhoto(base64: string): PhotoFacts | undefined;
/** Tells whether a photo keeps to the limits; one whose size is unknown does not keep to any. */
export declare function fitsLimits({ bytes, width, height }: PhotoFacts, limits: PhotoLimits): boolean;
