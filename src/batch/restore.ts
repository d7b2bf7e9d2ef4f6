/**
 * Resumes a batch: what its journal has is yielded, and what was under way is closed as unknown.
 *
 * @module
 */
import { readClock } from '../platform/clock.ts'
import type { Ids } from './ids.ts'
import { damaged, readEntries, writeFinished, writeHeader } from './journal.ts'
import type { BatchJournal } from './journal.ts'
import { describeInterrupted, isResumable } from './result.ts'
import type { PairResult } from './result.ts'

/** A journal, and what is found in it. */
export interface Restoring {
  readonly journal: BatchJournal
  /** What it must belong to. */
  readonly batch: string
  /** Learns which pairs are not to be called again. */
  readonly ids: Ids
}

/**
 * Reads a journal and yields its results, in its order. What did not run is left out: it is called
 * again when the source has it. Nothing is written before all of it is read.
 *
 * @throws TypeError when it is refused, and what the journal itself throws.
 */
export async function* restore({ batch, ids, journal }: Restoring): AsyncGenerator<PairResult> {
  // Fingerprints of the calls under way, by id: as many as crashes left, and no more.
  const open = new Map<string, string>()
  const entries = readEntries(journal.read(), batch)
  let step = await entries.next()
  for (; !step.done; step = await entries.next()) {
    const entry = step.value
    if (entry.type === 'started') {
      const { fingerprint, id } = entry
      if (open.has(id) || ids.isRestored(id)) throw damaged(id)
      open.set(id, fingerprint)
      continue
    }
    const { result } = entry
    const fingerprint = open.get(result.id)
    if (fingerprint === undefined) throw damaged(result.id)
    open.delete(result.id)
    if (isResumable(result)) continue
    ids.restore(result.id, fingerprint)
    yield result
  }
  if (!step.value) await journal.append(writeHeader(batch))
  for (const [id, fingerprint] of open) {
    const result = { ...describeInterrupted(id), restored: true }
    ids.restore(id, fingerprint)
    await journal.append(writeFinished(result, readClock()))
    yield result
  }
}
