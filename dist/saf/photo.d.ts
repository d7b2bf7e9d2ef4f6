/**
 * A JPEG: its bytes, a Blob of them, or base64 text (url-safe, with a data: prefix, as it comes).
 * Bytes are not copied: leave them as they are until the call is over.
 */
export type Photo = Uint8Array | ArrayBuffer | Blob | string;
/**
 * Reads a photo as bytes, which stand for their base64 until they are written.
 *
 * @param photo - What the caller gave.
 * @param name - The field's name, for errors. Contents are never shown.
 * @param maxBytes - Decoded bytes allowed.
 * @throws TypeError when it is not a JPEG, empty, too large, or of another shape.
 */
export declare function readPhoto(photo: Photo, name: string, maxBytes: number): Promise<Uint8Array>;
