/**
 * Gets the photos that a command names: files, or the emulator's test faces.
 *
 * @module
 */
import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { quote } from '../sign/core.js';
import { findNear, UsageError } from './arguments.js';
import { readErrorCode } from './system-error.js';
/** The library's own limit for a photo, in bytes: a larger file is not read to its end. */
const MAX_BYTES = 2 ** 21;
/**
 * Gets a photo's bytes.
 *
 * @throws UsageError when there is no such file or face, it cannot be read, or it is too large;
 *   whatever the signal was aborted with.
 */
export async function getPhoto({ option, name }, { hasTestFaces, signal }) {
    const shown = `${option} ${quote(name)}`;
    if (!name.startsWith('test:'))
        return readPhotoFile(name, shown, signal);
    if (!hasTestFaces) {
        throw new UsageError(`${shown} is a face of the emulator, which the service does not know`, 'add --emulator, or name a JPEG file');
    }
    const { testFaces } = await import('../emulator/index.js');
    const known = testFaces;
    const face = name.slice('test:'.length);
    if (!Object.hasOwn(known, face)) {
        const near = findNear(face, Object.keys(known));
        throw new UsageError(`${shown} is no test face`, near === undefined
            ? `there are ${Object.keys(known).join(', ')}`
            : `did you mean test:${near}?`);
    }
    return known[face]; // why: hasOwn
}
/** Reads a file of any kind, a pipe too, and no further than a photo may be long. */
async function readPhotoFile(path, shown, signal) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of createReadStream(path, { signal })) {
            chunks.push(chunk); // why: a stream without an encoding gives bytes
            size += chunk.length; // why: as above
            if (size > MAX_BYTES)
                break;
        }
    }
    catch (error) {
        signal.throwIfAborted();
        throw new UsageError(`${shown} ${sayWhy(error)}`, 'name a JPEG file that you may read');
    }
    if (size > MAX_BYTES) {
        throw new UsageError(`${shown} has more than 2 MiB`, 'make it smaller: a short side of 720 pixels is plenty');
    }
    return Buffer.concat(chunks);
}
/** The system's codes in words. */
const REASONS = {
    ENOENT: 'does not exist',
    EISDIR: 'is a folder',
    EACCES: 'may not be read',
    EPERM: 'may not be read',
};
function sayWhy(error) {
    const code = readErrorCode(error);
    if (code === undefined)
        return 'cannot be read';
    return Object.hasOwn(REASONS, code) ? REASONS[code] : `cannot be read (${code})`; // why: hasOwn
}
