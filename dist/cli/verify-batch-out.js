/**
 * The file of verdicts: one line of JSON for each pair.
 *
 * @module
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { quote } from '../sign/core.js';
import { own } from '../core.js';
import { UsageError } from './arguments.js';
import { readErrorCode } from './system-error.js';
import { namePartial } from './verify-batch-files.js';
import { StorageError } from './verify-batch-journal.js';
import { readLines } from './verify-batch-lines.js';
/**
 * Checks that a file may be written: it is not there, or it has an earlier run's verdicts. What a
 * killed run left beside it goes.
 *
 * @param path - The file of verdicts.
 * @param isNew - Whether the batch has no journal yet: then verdicts that are there are another's.
 * @throws UsageError when it, or what is beside it, is to be kept.
 */
export async function prepareVerdictFile(path, isNew) {
    await checkVerdictFile(path, isNew);
    const partial = namePartial(path);
    const found = await stat(partial).catch(() => undefined);
    if (!found)
        return;
    const isEmpty = found.isFile() && found.size === 0;
    if (!isEmpty)
        await checkVerdictFile(partial, isNew);
    await rm(partial);
}
async function checkVerdictFile(path, isNew) {
    const found = await stat(path).catch(() => undefined);
    if (!found)
        return;
    if (found.isFile() && isNew) {
        throw new UsageError(`${quote(path)} is there already, without a journal`, 'name its journal with --journal; or another --out, and every pair is called again');
    }
    if (found.isFile() && (await isOurs(path)))
        return;
    throw new UsageError(`${quote(path)} is no file of verdicts`, 'name another file with --out');
}
/**
 * Starts a file of verdicts beside the one that may be there, which stays until all that the
 * journal has is written.
 */
export function createVerdictFile(path) {
    const partial = namePartial(path);
    const stream = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
    let failure;
    let isPlaced = false;
    const opened = once(stream, 'open').then(() => true, () => false);
    const closed = once(stream, 'close').catch(() => { });
    stream.on('error', (error) => {
        const code = readErrorCode(error) ?? 'unknown';
        failure = new StorageError(`the verdicts could not be written (${code})`);
    });
    return {
        async add({ error, id, status, verdict }) {
            if (failure)
                throw failure;
            const isFull = !stream.write(`${JSON.stringify({ id, status, verdict, error })}\n`);
            if (isFull)
                await Promise.race([once(stream, 'drain'), closed]);
        },
        async place() {
            await opened;
            // What was there knows more than a file that the disk did not take.
            const isWritten = await new Promise((resolve) => {
                stream.write('', (error) => resolve(!error));
            });
            if (!isWritten)
                await closed;
            if (failure)
                throw failure;
            await rename(partial, path);
            isPlaced = true;
        },
        async close() {
            stream.end();
            await closed;
            // What was there before is not ours.
            if (!isPlaced && (await opened))
                await rm(partial, { force: true });
            if (failure)
                throw failure;
        },
    };
}
/** An empty file is nobody's. */
async function isOurs(path) {
    try {
        for await (const { text } of readLines(path)) {
            const line = JSON.parse(text);
            return typeof own(line, 'id') === 'string' && typeof own(line, 'status') === 'string';
        }
        return true;
    }
    catch {
        return false;
    }
}
