/* @ts-self-types="./md5.d.ts" */
/**
 * MD5 (RFC 1321), for the `content-md5` header alone: Web Crypto has none.
 *
 * @module
 */
/** Shift amounts, one row a round. */
const SHIFTS = [
    [7, 12, 17, 22],
    [5, 9, 14, 20],
    [4, 11, 16, 23],
    [6, 10, 15, 21],
];
/** Computes the 16 bytes of MD5. */
export function md5(message) {
    const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
    padded.set(message);
    padded[message.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, message.length * 8, true);
    view.setUint32(padded.length - 4, message.length / 2 ** 29, true);
    const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
    const sines = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32));
    for (let block = 0; block < padded.length; block += 64) {
        let [a = 0, b = 0, c = 0, d = 0] = state;
        for (let step = 0; step < 64; step++) {
            const round = step >> 4;
            const mix = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] ?? 0;
            const word = [step, 5 * step + 1, 3 * step + 5, 7 * step][round] ?? 0;
            const sum = (a + mix + (sines[step] ?? 0) + view.getUint32(block + (word % 16) * 4, true)) | 0;
            const shift = SHIFTS[round]?.[step % 4] ?? 0;
            [a, d, c, b] = [d, c, b, b + ((sum << shift) | (sum >>> (32 - shift)))];
        }
        for (const [at, value] of [a, b, c, d].entries())
            state[at] = (state[at] ?? 0) + value;
    }
    return new Uint8Array(state.buffer);
}
