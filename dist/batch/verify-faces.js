/* @ts-self-types="./verify-faces.d.ts" */
/**
 * `verifyFaces`: a batch of pairs, none called twice, none lost. Exported by `saf-edge/batch`.
 *
 * @module
 */
import { createIds } from './ids.js';
import { checkPair, readBatch } from './options.js';
import { createPool } from './pool.js';
import { restore } from './restore.js';
import { verifyPair } from './verify-pair.js';
/**
 * Verifies pairs, several at once, and yields what came of each: one result a pair. Nothing runs
 * before the first result is asked for, and never far ahead of the consumer. The client's `limiter`
 * sets the pace.
 *
 * With a journal a batch outlives a crash: run it again with the same journal and source. Results
 * that the journal has are yielded first, with `restored: true`, since nobody knows whether the
 * earlier run's consumer got them; calls that were under way come back as `unknown`; what did not
 * run, is called. A pair is called at most once over all runs, unless its result says that nothing
 * was executed. To verify a pair again on purpose, give it another id.
 *
 * A gateway that breaks off each call makes one pair after the other `unknown`, and none of them is
 * called again: leave when many in a row have no verdict, as `saf-edge verify-batch` does.
 *
 * A consumer that leaves early (`break`) waits for the calls under way, whose results stay in the
 * journal. When the source or the journal fails, or an id comes twice, nothing more is called, and
 * the error is thrown after the results of what was under way.
 *
 * @param saf - The client: what `createSaf` gives.
 * @param source - The pairs, from any iterable or async iterable. Photos may be functions.
 * @param options - All optional; see {@link BatchOptions}.
 * @returns The results, as an async iterator that is used once.
 * @throws TypeError or RangeError for an option that is wrong; later, from the iterator, TypeError
 *   for a pair that is wrong or a journal that is refused.
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { verifyFaces } from 'saf-edge/batch'
 * import { createEmulator, testFaces } from 'saf-edge/emulator'
 *
 * const saf = createSaf({ ...createEmulator().client })
 * const shared = { refFaceContent: testFaces.idPhoto, resourceCode: '00840000' }
 * const pairs = [
 *   { id: '1', ...shared, authFaceContent: async () => testFaces.match },
 *   { id: '2', ...shared, authFaceContent: async () => testFaces.mismatch },
 * ]
 * const lines: string[] = [] // stands for a file
 * const journal = { append: async (line: string) => void lines.push(line), read: () => [...lines] }
 *
 * for await (const { id, status } of verifyFaces(saf, pairs, { journal, order: 'source' })) {
 *   console.log(id, status)
 * }
 * console.log(lines.length) // 5
 * ```
 */
export function verifyFaces(saf, source, options = {}) {
    const config = readBatch(saf, source, options);
    const control = {
        isStopped: false,
        stop() {
            control.isStopped = true;
        },
    };
    const results = run(config, control);
    return {
        next: () => results.next(),
        return() {
            // At once: a generator that waits for its source would hear of it only when that answers.
            control.stop();
            return results.return(undefined);
        },
        [Symbol.asyncIterator]() {
            return this;
        },
    };
}
async function* run(config, control) {
    const { batch, journal, order, signal } = config;
    const ids = createIds();
    const kept = new Map();
    if (journal) {
        for await (const result of restore({ journal, batch, ids })) {
            if (order === 'source')
                kept.set(result.id, result);
            else
                yield result;
            if (signal?.aborted)
                throw signal.reason;
        }
    }
    const pool = createBatchPool(config, { control, ids, kept });
    const abort = () => {
        control.isStopped = true;
        pool.fail(signal?.reason);
    };
    control.stop = () => {
        control.isStopped = true;
        pool.stop();
    };
    signal?.addEventListener('abort', abort);
    try {
        if (signal?.aborted)
            abort();
        if (control.isStopped)
            pool.stop();
        yield* pool.results();
    }
    finally {
        signal?.removeEventListener('abort', abort);
    }
    // Pairs that the source no longer has.
    yield* kept.values();
}
function createBatchPool(config, { control, ids, kept }) {
    const { concurrency, order, source } = config;
    let place = 0;
    const pool = createPool({
        source,
        concurrency,
        isOrdered: order === 'source',
        begin(pair) {
            checkPair(pair, place++);
            const { fingerprint = '', id } = pair;
            const isNew = ids.claim(id, fingerprint);
            if (isNew)
                return verifyPair(pair, context);
            const result = kept.get(id);
            kept.delete(id);
            return result && Promise.resolve(result);
        },
    });
    const context = {
        config,
        isStopped: () => control.isStopped,
        onLost(error) {
            control.isStopped = true;
            pool.fail(error);
        },
    };
    return pool;
}
