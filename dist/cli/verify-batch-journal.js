/**
 * A batch's journal in a file.
 *
 * @module
 */
import { Buffer } from 'node:buffer';
import { open, realpath } from 'node:fs/promises';
import { damaged } from '../batch/journal.js';
import { quote } from '../sign/core.js';
import { UsageError } from './arguments.js';
import { readErrorCode } from './system-error.js';
import { nameLock } from './verify-batch-files.js';
import { readLines } from './verify-batch-lines.js';
import { takeLock } from './verify-batch-lock.js';
/** A file that took no more: what is in it stays. */
export class StorageError extends Error {
    name = 'StorageError';
}
/**
 * Opens a journal, or makes one.
 *
 * @throws UsageError when another process has it, or it cannot be a file.
 */
export async function openJournal(path) {
    let handle;
    let unlock;
    try {
        // It is there before its lock: a link to nothing would have no real path.
        handle = await open(path, 'a', 0o600);
        const status = await handle.stat();
        if (!status.isFile())
            throw new UsageError(`${quote(path)} is no file`, 'name a file');
        unlock = await takeLock(nameLock(await realpath(path)));
        // Now that nobody else adds anything.
        const { size } = await handle.stat();
        return createJournal(path, { handle, unlock, size });
    }
    catch (error) {
        await handle?.close();
        await unlock?.();
        if (error instanceof UsageError)
            throw error;
        const code = readErrorCode(error) ?? 'unknown';
        throw new UsageError(`the journal ${quote(path)} cannot be opened (${code})`, 'name another');
    }
}
function createJournal(path, { handle, size, unlock }) {
    const waiting = [];
    const file = { path, handle, tail: undefined, safeBytes: size, isTorn: false };
    let work;
    /** Writes all that waits at once: one wait for the disk, whatever the number of calls. */
    const write = async () => {
        while (waiting.length > 0) {
            const lines = waiting.splice(0);
            try {
                await addLines(file, lines);
                for (const { resolve } of lines)
                    resolve();
            }
            catch (error) {
                const code = readErrorCode(error) ?? 'unknown';
                const failure = new StorageError(`the journal could not be written (${code})`);
                for (const { reject } of [...lines, ...waiting.splice(0)])
                    reject(failure);
            }
        }
        work = undefined;
    };
    return {
        isNew: size === 0,
        append: (line) => new Promise((resolve, reject) => {
            waiting.push({ line, resolve, reject });
            work ??= write();
        }),
        read: () => readFile(file),
        async close() {
            await work;
            await handle.close();
            await unlock();
        },
    };
}
async function addLines(file, lines) {
    const { handle, tail } = file;
    if (tail)
        file.safeBytes = await mend(handle, tail);
    file.tail = undefined;
    if (file.isTorn)
        await handle.truncate(file.safeBytes);
    file.isTorn = true;
    const bytes = Buffer.from(lines.map(({ line }) => `${line}\n`).join(''));
    await handle.appendFile(bytes);
    await handle.datasync();
    file.safeBytes += bytes.length;
    file.isTorn = false;
}
async function* readFile(file) {
    const { path } = file;
    let [startsAt, number] = [0, 0];
    let last;
    try {
        for await (const { endsAt, isWhole, text } of readLines(path)) {
            number++;
            if (!isWhole)
                file.tail = { startsAt, text };
            else if (text.trim() !== '')
                last = { text, number };
            startsAt = endsAt;
            yield text;
        }
    }
    catch (error) {
        throw explainRead(error, path);
    }
    // A crash may cut the last line. One that is not cut, and cannot be read, was damaged since.
    if (last && !isJson(last.text))
        throw damaged(last.number);
}
/**
 * Mends a last line without its line break, before anything is added: one that is whole gets it,
 * one that was cut goes. A stranger's file was refused before, and is left alone.
 *
 * @returns How many bytes the file has then.
 */
async function mend(handle, { startsAt, text }) {
    if (isJson(text))
        await handle.appendFile('\n');
    else
        await handle.truncate(startsAt);
    return (await handle.stat()).size;
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function explainRead(error, path) {
    const name = `the journal ${quote(path)}`;
    if (error instanceof RangeError) {
        return new UsageError(`${name} is not one of saf-edge: a line has more than a MiB`, RENAME);
    }
    const code = readErrorCode(error);
    return code === undefined ? error : new UsageError(`${name} cannot be read (${code})`, RENAME);
}
const RENAME = 'name another with --journal';
