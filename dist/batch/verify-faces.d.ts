import type { BatchOptions, BatchVerifier, PairSource } from './options.js';
import type { PairResult } from './result.js';
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
export declare function verifyFaces(saf: BatchVerifier, source: PairSource, options?: BatchOptions): AsyncIterableIterator<PairResult>;
