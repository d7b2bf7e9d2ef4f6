/**
 * What a rejected `fetch` proves. Only the host's own fetch proves anything: another one may have
 * retried inside. workerd and browsers give no code, so there nothing is proven
 * (`spec/reliability.md` A1.3).
 *
 * @module
 */
import type { Proof } from '../flow.js';
/**
 * Reads the proof in what a host's `fetch` rejected with. Deno proves nothing: it sends again when
 * a pooled connection dies and reports the second attempt's refusal, and its pool belongs to the
 * process, so that no client knows which connections are fresh.
 */
export declare function readProof(error: unknown): Proof;
