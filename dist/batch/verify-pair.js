/* @ts-self-types="./verify-pair.d.ts" */
/**
 * Verifies one pair: photos, journal, call, journal.
 *
 * @module
 */
import { readClock } from '../core.js';
import { startDeadline } from '../core.js';
import { writeFinished, writeStarted } from './journal.js';
import { describeError, describePhotoError, describeStopped, describeVerdict } from './result.js';
/** A photo may take so long, in milliseconds, if nothing else is said. */
const PHOTO_TIMEOUT_MS = 15_000;
/**
 * Verifies a pair.
 *
 * @returns The result; undefined when the batch was stopped before the call.
 * @throws What the journal rejects with before the call; then nothing was called.
 */
export async function verifyPair(pair, context) {
    const { config, isStopped, onLost } = context;
    const { journal } = config;
    const { fingerprint = '', id, resourceCode } = pair;
    const photos = await readPhotos(pair, config);
    if ('status' in photos)
        return photos;
    if (isStopped())
        return undefined;
    await journal?.append(writeStarted(id, fingerprint, readClock()));
    // The journal may have taken a while, or have failed for another pair meanwhile.
    const isMade = !isStopped();
    const result = isMade ? await call(id, { ...photos, resourceCode }, config) : describeStopped(id);
    try {
        await journal?.append(writeFinished(result, readClock()));
    }
    catch (error) {
        // It is paid for: the consumer gets it, and hears of the journal afterwards.
        onLost(error);
    }
    return isMade ? result : undefined;
}
async function call(id, input, { saf, timeoutMs }) {
    try {
        return describeVerdict(id, await saf.verifyFace(input, { timeoutMs }));
    }
    catch (error) {
        return describeError(id, error);
    }
}
/** Gets both photos, which are kept no longer than the call lasts. */
async function readPhotos(pair, config) {
    const { id } = pair;
    const { timeoutMs = PHOTO_TIMEOUT_MS } = config;
    const deadline = startDeadline(timeoutMs);
    let field = 'refFaceContent';
    try {
        const refFaceContent = await deadline.race(getPhoto(pair.refFaceContent));
        field = 'authFaceContent';
        return { refFaceContent, authFaceContent: await deadline.race(getPhoto(pair.authFaceContent)) };
    }
    catch (error) {
        const reason = deadline.isExpired() ? { code: 'TIMEOUT' } : error;
        return describePhotoError(id, field, reason);
    }
    finally {
        deadline.end();
    }
}
async function getPhoto(photo) {
    return typeof photo === 'function' ? photo() : photo;
}
