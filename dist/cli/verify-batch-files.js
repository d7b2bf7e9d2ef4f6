/**
 * The files that a batch reads and writes: they must be different ones.
 *
 * @module
 */
import { readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { quote } from '../sign/core.js';
import { UsageError } from './arguments.js';
import { readErrorCode } from './system-error.js';
/** Names the file that is written until it can take the place of the verdicts that are there. */
export function namePartial(out) {
    return `${out}.partial`;
}
/**
 * Names the lock of a journal.
 *
 * @param journal - Its real path: a file with two names has one lock.
 */
export function nameLock(journal) {
    return `${journal}.lock`;
}
/**
 * Checks that the pairs are a file, which is read twice, and that nothing that is written is
 * something else too.
 *
 * @throws UsageError naming what is one file.
 */
export async function checkFiles({ journal, out, path }) {
    const status = await stat(path).catch(() => undefined);
    if (!status?.isFile()) {
        const what = status ? 'is no file' : 'does not exist, or may not be read';
        throw new UsageError(`${quote(path)} ${what}`, 'name a file: a pipe can be read only once');
    }
    const names = {
        'the file of pairs': path,
        '--out': out,
        '--journal': journal,
        'what --out is written to first': namePartial(out),
        'the lock of --journal': nameLock(await findRealPath(journal)),
    };
    const seen = new Map();
    for (const [name, each] of Object.entries(names)) {
        const real = await findRealPath(each);
        const other = seen.get(real);
        if (other !== undefined) {
            throw new UsageError(`${other} and ${name} are one file, ${quote(each)}`, 'name another');
        }
        seen.set(real, name);
    }
}
/** Follows links, also to what is not there yet. */
async function findRealPath(path) {
    try {
        return await realpath(path);
    }
    catch (error) {
        const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)));
        // A link that leads in a circle has another code, and is not followed.
        const isMissing = readErrorCode(error) === 'ENOENT';
        const target = isMissing ? await readlink(path).catch(() => undefined) : undefined;
        return target === undefined
            ? join(folder, basename(path))
            : findRealPath(resolve(folder, target));
    }
}
