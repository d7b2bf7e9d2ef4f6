/**
 * Reads a file line by line, and says where each line ends.
 *
 * @module
 */
import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
/** No line of ours comes near it: a file of another kind is not read into memory. */
const MAX_LINE_BYTES = 2 ** 20;
const LINE_FEED = 0x0a;
/**
 * Reads the lines of a file; a last one without a line break too, unless it is empty.
 *
 * @throws The system's error, and RangeError for a line of more than a MiB.
 */
export async function* readLines(path) {
    let rest = new Uint8Array();
    let endsAt = 0;
    for await (const chunk of createReadStream(path)) {
        // why: a stream without an encoding gives bytes
        const bytes = Buffer.concat([rest, chunk]);
        let start = 0;
        for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, start)) {
            endsAt += at + 1 - start;
            yield { text: decode(bytes.subarray(start, at)), isWhole: true, endsAt };
            start = at + 1;
        }
        rest = bytes.subarray(start);
        if (rest.length > MAX_LINE_BYTES)
            throw new RangeError('a line has more than a MiB');
    }
    if (rest.length > 0)
        yield { text: decode(rest), isWhole: false, endsAt: endsAt + rest.length };
}
function decode(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString().replace(/\r$/, '');
}
