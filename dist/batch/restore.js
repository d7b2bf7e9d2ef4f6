/* @ts-self-types="./restore.d.ts" */
/**
 * Resumes a batch: what its journal has is yielded, and what was under way is closed as unknown.
 *
 * @module
 */
import { readClock } from '../core.js';
import { damaged, readEntries, writeFinished, writeHeader } from './journal.js';
import { describeInterrupted, isResumable } from './result.js';
/**
 * Reads a journal and yields its results, in its order. What did not run is left out: it is called
 * again when the source has it. Nothing is written before all of it is read.
 *
 * @throws TypeError when it is refused, and what the journal itself throws.
 */
export async function* restore({ batch, ids, journal }) {
    // Fingerprints of the calls under way, by id: as many as crashes left, and no more.
    const open = new Map();
    const entries = readEntries(journal.read(), batch);
    let step = await entries.next();
    for (; !step.done; step = await entries.next()) {
        const entry = step.value;
        if (entry.type === 'started') {
            const { fingerprint, id } = entry;
            if (open.has(id) || ids.isRestored(id))
                throw damaged(id);
            open.set(id, fingerprint);
            continue;
        }
        const { result } = entry;
        const fingerprint = open.get(result.id);
        if (fingerprint === undefined)
            throw damaged(result.id);
        open.delete(result.id);
        if (isResumable(result))
            continue;
        ids.restore(result.id, fingerprint);
        yield result;
    }
    if (!step.value)
        await journal.append(writeHeader(batch));
    for (const [id, fingerprint] of open) {
        const result = { ...describeInterrupted(id), restored: true };
        ids.restore(id, fingerprint);
        await journal.append(writeFinished(result, readClock()));
        yield result;
    }
}
