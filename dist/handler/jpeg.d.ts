/**
 * Looks at a JPEG's structure (ITU-T T.81, annex B) before it costs anything: its size in pixels,
 * and where it ends.
 *
 * @module
 */
/** What a JPEG's markers say. */
export interface JpegFacts {
    readonly width: number;
    readonly height: number;
    /** Bytes up to and with its end; what follows is not part of the picture. */
    readonly length: number;
}
/**
 * Walks from marker to marker. Thumbnails have ends of their own, inside of a segment: so the first
 * end in the bytes need not be the picture's, and the last one may belong to what was appended.
 *
 * @returns Undefined for anything that is not one whole JPEG.
 */
export declare function readJpeg(bytes: Uint8Array): JpegFacts | undefined;
