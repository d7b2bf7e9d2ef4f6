/**
 * What a rejected `fetch` proves. Only the host's own fetch proves anything: another one may have
 * retried inside. workerd and browsers give no code, so there nothing is proven
 * (`spec/reliability.md` A1.3).
 *
 * @module
 */
import type { Proof } from '../flow.ts'
import { readField } from '../read-field.ts'

/** Failures to resolve or connect, by the code of Node and Bun or the words of Deno. */
const UNSENT = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$|\(Connect\): /

/** Certificate failures: the handshake ended before the request. */
const UNTRUSTED =
  /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF))|\(Connect\): invalid peer cert/

/**
 * Reads the proof in what a host's `fetch` rejected with.
 *
 * @param error - The rejection.
 * @param hasAnswered - Whether this origin answered the client before. Deno sends again on a pooled
 *   connection that died and reports the second attempt's refusal, so there a refusal proves
 *   nothing any more.
 */
export function readProof(error: unknown, hasAnswered: boolean): Proof {
  const isDeno = 'Deno' in globalThis
  if (isDeno && hasAnswered) return 'nothing'
  const cause = readField(error, 'cause')
  const told = isDeno
    ? readField(cause, 'message')
    : (readField(error, 'code') ?? readField(cause, 'code'))
  const text = String(told)
  return UNTRUSTED.test(text) ? 'untrusted' : UNSENT.test(text) ? 'unsent' : 'nothing'
}
