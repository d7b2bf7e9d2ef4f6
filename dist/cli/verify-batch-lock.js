/**
 * Keeps two processes from working with one journal: they would call the same pairs.
 *
 * @module
 */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';
import { quote } from '../sign/core.js';
import { UsageError } from './arguments.js';
import { readErrorCode } from './system-error.js';
/**
 * Takes a lock, over the one of a process that has died.
 *
 * @param path - The lock file.
 * @returns What gives the lock back.
 * @throws UsageError when another process has it, or may have it; the system's error.
 */
export async function takeLock(path) {
    const text = `${process.pid} ${hostname()}`;
    try {
        await createLock(path, text);
    }
    catch (error) {
        if (readErrorCode(error) !== 'EEXIST')
            throw error;
        await removeStale(path);
        await createLock(path, text).catch(() => refuse(path, 'another process'));
    }
    return () => rm(path, { force: true });
}
async function createLock(path, text) {
    const handle = await open(path, 'wx', 0o600);
    try {
        await handle.writeFile(text);
    }
    catch (error) {
        // On a full disk it would say nobody's name, and stay.
        await rm(path, { force: true });
        throw error;
    }
    finally {
        await handle.close();
    }
}
async function removeStale(path) {
    const found = await readFile(path, 'utf8').catch(() => '');
    const [pid = '', host = ''] = found.split(' ');
    const owner = `process ${pid}${host === hostname() ? '' : ` on ${quote(host)}`}`;
    const shown = found === '' ? 'another process' : owner;
    if (host !== hostname() || isAlive(Number(pid)))
        refuse(path, shown);
    // Renamed first: of two who find it stale, one moves it, and neither removes the other's.
    const aside = `${path}.${process.pid}`;
    await rename(path, aside).catch(() => refuse(path, 'another process'));
    if ((await readFile(aside, 'utf8')) !== found) {
        await rename(aside, path);
        refuse(path, 'another process');
    }
    await rm(aside, { force: true });
}
/** Our own number is that of one who died: in containers they come again. */
function isAlive(pid) {
    if (pid === process.pid)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return readErrorCode(error) === 'EPERM';
    }
}
function refuse(path, owner) {
    throw new UsageError(`${owner} is working with this journal`, `wait for it; if it does not run any more, delete ${quote(path)}`);
}
