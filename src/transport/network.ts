/**
 * What a rejected `fetch` proves. Only the host's own fetch proves anything: another one may have
 * retried inside. workerd and browsers give no code, so there nothing is proven
 * (`spec/reliability.md` A1.3).
 *
 * @module
 */
import type { Proof } from '../flow.ts'
import { readField } from '../read-field.ts'

/** Failures to resolve or connect: no byte of the request left the host. */
const UNSENT = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/

/** Certificate failures: the handshake ended before the request. */
const UNTRUSTED =
  /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF))/

/**
 * Reads the proof in what a host's `fetch` rejected with. Deno proves nothing: it sends again when
 * a pooled connection dies and reports the second attempt's refusal, and its pool belongs to the
 * process, so that no client knows which connections are fresh.
 */
export function readProof(error: unknown): Proof {
  const code = readField(error, 'code') ?? readField(readField(error, 'cause'), 'code')
  if (typeof code !== 'string' || 'Deno' in globalThis) return 'nothing'
  return UNSENT.test(code) ? 'unsent' : UNTRUSTED.test(code) ? 'untrusted' : 'nothing'
}
