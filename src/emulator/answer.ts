/**
 * Answers of the API, before they are written: envelopes of errors, services and STS.
 *
 * @module
 */
import { randomNonce } from '../platform/nonce.ts'
import { describeRefusal } from './gateway-errors.ts'
import type { Refusal } from './gateway-errors.ts'
import type { Product } from './products.ts'
import type { Fields } from './render.ts'

/** An answer of the API. */
export interface Answer {
  readonly status: number
  readonly format: 'JSON' | 'XML'
  /** The root element, when it is written as XML. */
  readonly root: string
  readonly fields: Fields
  /** The gateway's or the service's code. */
  readonly code: string | number | undefined
  /** Whether the paid operation ran. */
  readonly executed: boolean
  readonly retryAfterMs?: number | undefined
}

/** What every answer to one request shares. */
export interface AnswerFacts {
  readonly format: 'JSON' | 'XML'
  readonly requestId: string
  readonly hostId: string
  readonly product: Product
  readonly action: string
}

/** Draws a request ID: an upper-case UUID, version 4. */
export function drawRequestId(): string {
  const hex = randomNonce().toUpperCase()
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20),
  ]
  return `${a}-${b}-4${c}-A${d}-${e}`
}

/** Writes the envelope of a gateway error. */
export function refuse(refusal: Refusal, facts: AnswerFacts): Answer {
  const { format, requestId, hostId, product } = facts
  const { code, retryAfterMs } = refusal
  const { status, message } = describeRefusal(refusal)
  const query = `q=${encodeURIComponent(code)}&product=${product}&requestId=${requestId}`
  return {
    status,
    format,
    root: 'Error',
    fields: {
      RequestId: requestId,
      HostId: hostId,
      Code: code,
      Message: message,
      Recommend: `https://api.aliyun.com/troubleshoot?${query}`,
    },
    code,
    executed: false,
    retryAfterMs,
  }
}

/** Writes a product's answer: HTTP 200, whatever its code. */
export function succeed(
  fields: Fields,
  facts: AnswerFacts,
  { code, executed }: { readonly code?: number; readonly executed: boolean },
): Answer {
  return {
    status: 200,
    format: facts.format,
    root: `${facts.action}Response`,
    fields,
    code,
    executed,
  }
}
