/* @ts-self-types="./jpeg.d.ts" */
/**
 * Looks at a JPEG's structure (ITU-T T.81, annex B) before it costs anything: its size in pixels,
 * and where it ends.
 *
 * @module
 */
const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda];
/** Baseline, extended and progressive: what cameras and canvases write. */
const [SOF0, SOF2] = [0xc0, 0xc2];
/**
 * Walks from marker to marker. Thumbnails have ends of their own, inside of a segment: so the first
 * end in the bytes need not be the picture's, and the last one may belong to what was appended.
 *
 * @returns Undefined for anything that is not one whole JPEG.
 */
export function readJpeg(bytes) {
    if (bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff)
        return undefined;
    let size;
    let hasScan = false;
    for (let at = 2;;) {
        if (bytes[at] !== 0xff)
            return undefined;
        while (bytes[at + 1] === 0xff)
            at++; // Fill bytes before a marker.
        const marker = bytes[at + 1] ?? 0;
        if (marker === EOI)
            return size && hasScan ? { ...size, length: at + 2 } : undefined;
        const length = readUint16(bytes, at + 2);
        if (marker < SOF0 || marker === SOI || length < 2)
            return undefined;
        if (marker >= SOF0 && marker <= SOF2) {
            if (size)
                return undefined;
            size = { height: readUint16(bytes, at + 5), width: readUint16(bytes, at + 7) };
        }
        at += 2 + length;
        if (marker === SOS) {
            hasScan = true;
            at = skipScan(bytes, at);
        }
        if (at >= bytes.length)
            return undefined;
    }
}
/** Finds the next marker after entropy-coded data: FF that is neither stuffed nor a restart. */
function skipScan(bytes, from) {
    // A loop: indexOf is slower where an attacker writes little but FF.
    for (let at = from; at < bytes.length; at++) {
        if (bytes[at] !== 0xff)
            continue;
        const next = bytes[at + 1] ?? 0;
        if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7))
            return at;
    }
    return bytes.length;
}
function readUint16(bytes, at) {
    return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
