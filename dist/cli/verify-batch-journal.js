/**
 * A batch's journal in a file.
 *
 * @module
 */
import { Buffer } from 'node:buffer';
import { open, realpath, stat } from 'node:fs/promises';
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
    /** What to do next. */
    next;
    constructor(message, next = GOES_ON) {
        super(message);
        this.next = next;
    }
}
/** What to do next when all that was called is in the journal. */
export const GOES_ON = 'the same command goes on';
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
        const { nlink, size } = await handle.stat();
        return createJournal(path, { handle, unlock, size, hasLinks: nlink > 0 });
    }
    catch (error) {
        await handle?.close();
        await unlock?.();
        if (error instanceof UsageError)
            throw error;
        const code = readErrorCode(error) ?? 'unknown';
        const found = await stat(path).catch(() => undefined);
        throw new UsageError(`the journal ${quote(path)} cannot be opened (${code})`, found?.size ? KEEP : 'name another');
    }
}
function createJournal(path, opened) {
    const { handle, hasLinks, size, unlock } = opened;
    const waiting = [];
    const file = {
        path,
        handle,
        hasLinks,
        tail: undefined,
        safeBytes: size,
        mostBytes: size,
        loss: undefined,
    };
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
                const failure = explainWrite(error);
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
    await checkOwner(file);
    if (tail)
        file.safeBytes = await mend(handle, tail);
    file.tail = undefined;
    if (file.mostBytes > file.safeBytes)
        await handle.truncate(file.safeBytes);
    const bytes = Buffer.from(lines.map(({ line }) => `${line}\n`).join(''));
    file.mostBytes = file.safeBytes + bytes.length;
    await handle.appendFile(bytes);
    await handle.datasync();
    file.safeBytes = file.mostBytes;
    // Of two who add at once, one at least is told before it calls.
    await checkOwner(file);
}
/**
 * Checks that nobody else adds to the file: its lock is not seen through another hard link, nor from
 * another container, and may have been deleted.
 */
async function checkOwner(file) {
    const { handle, hasLinks, mostBytes, safeBytes } = file;
    const { nlink, size } = await handle.stat();
    if (size < safeBytes || size > mostBytes)
        file.loss ??= new StorageError(CHANGED, END_OTHER);
    else if (hasLinks && nlink === 0)
        file.loss ??= new StorageError(DELETED, NONE_LEFT);
    if (file.loss)
        throw file.loss;
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
        return new UsageError(`${name} is not one of saf-edge: a line has more than a MiB`, 'name another with --journal');
    }
    const code = readErrorCode(error);
    return code === undefined ? error : new UsageError(`${name} cannot be read (${code})`, KEEP);
}
function explainWrite(error) {
    if (error instanceof StorageError)
        return error;
    const code = readErrorCode(error) ?? 'unknown';
    return new StorageError(`the journal could not be written (${code})`, COPY);
}
const KEEP = 'put that right: with another journal all that was called is called again';
const CHANGED = 'somebody else has changed the journal';
const DELETED = 'the journal was deleted';
/** The last results did not get into the journal, from which the verdicts are written again. */
const COPY = `copy the verdicts, which may know more than the journal: then ${GOES_ON}`;
const END_OTHER = `see to it that no other process uses it, and ${COPY}`;
const NONE_LEFT = 'keep the verdicts: another run does not know what was called';
