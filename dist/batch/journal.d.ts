import type { PairResult } from './result.js';
/**
 * Where a batch keeps what it did: a file, a table, an append-only log. One run uses it at a time;
 * the caller sees to that.
 */
export interface BatchJournal {
    /**
     * Adds one line, which has no line break, and resolves when a crash cannot lose it any more. It is
     * called again before the last one has resolved, and must keep the order. When it rejects, the
     * batch stops. It has no deadline: a batch waits for it, even a stopped one, so let it reject
     * rather than hang.
     */
    readonly append: (line: string) => Promise<void>;
    /**
     * Gives the lines that are there, oldest first, without their line breaks. Called once, before
     * anything is added. A file's last line may have been cut by a crash: it may be given, and must be
     * gone before the next one is added.
     */
    readonly read: () => AsyncIterable<string> | Iterable<string>;
}
/** An entry of a journal. */
export type Entry = {
    readonly type: 'started';
    readonly id: string;
    readonly fingerprint: string;
} | {
    readonly type: 'finished';
    readonly result: PairResult;
};
/** Writes the first line. */
export declare function writeHeader(batch: string): string;
/** Writes the line before a call. */
export declare function writeStarted(id: string, fingerprint: string, atEpochMs: number): string;
/** Writes the line after a call. */
export declare function writeFinished(result: PairResult, atEpochMs: number): string;
/**
 * Reads a journal line by line. The last line may have been cut by a crash: it is left out, since
 * what was not yet promised did not happen. Blank lines say nothing.
 *
 * @param lines - The lines as they are stored.
 * @param batch - What the journal must belong to.
 * @returns The entries; and at the end whether there is a header.
 * @throws TypeError when it is no journal, a damaged one, another batch's, or too new.
 */
export declare function readEntries(lines: AsyncIterable<string> | Iterable<string>, batch: string): AsyncGenerator<Entry, boolean>;
/** Says that a journal contradicts itself or cannot be read from a line on. */
export declare function damaged(line: number | string): TypeError;
