/**
 * Reads what somebody signed or sent: a string to sign, a form body, a URL, or JSON.
 *
 * @module
 */

/** A request, as far as the text tells. */
export interface Sent {
  readonly method: string
  readonly params: Readonly<Record<string, string>>
  /** The text itself, when it is a string to sign. */
  readonly text?: string
  /** The signature that was among the parameters. */
  readonly signature?: string
}

/** Reads the text; undefined when it holds no parameters. */
export function readSent(pasted: string): Sent | undefined {
  const text = pasted.trim()
  if (/^[A-Za-z]*&(%2F|\/)?&/i.test(text)) return readText(text)
  const [, verb, rest = ''] = /^(?:(GET|POST)\s+)?(.*)$/s.exec(text) ?? []
  const isUrl = /^(https?:|\/)/.test(rest)
  const params = rest.startsWith('{') ? readJson(rest) : readForm(rest)
  if (!params) return undefined
  const { Signature: signature, ...others } = params
  const method = verb ?? (isUrl ? 'GET' : 'POST')
  return { method, params: others, ...(signature !== undefined && { signature }) }
}

/** Reads a string to sign, also one with mistakes in it: then its parameters may be unreadable. */
export function readText(text: string): Sent | undefined {
  const [method = '', , ...rest] = text.replace(/\s+/g, '').split('&')
  const query = rest.join('&')
  // Encoded as a whole, as it should be, or not.
  const once = query.includes('=') ? query : decode(query.replace(/\+/g, '%20'))
  const params = (once === undefined ? undefined : readPairs(once)) ?? {}
  return query === '' ? undefined : { method, params, text: text.trim() }
}

function readPairs(query: string): Record<string, string> | undefined {
  const pairs = query.split('&').map((pair) => {
    const at = pair.indexOf('=')
    const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    return [decode(name), decode(value)] as const
  })
  if (pairs.some((pair) => pair.includes(undefined))) return undefined
  return Object.fromEntries(pairs) as Record<string, string> // why: none is undefined
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** What is no text is written as JSON writes it. */
function readJson(text: string): Record<string, string> | undefined {
  try {
    const pairs = Object.entries(JSON.parse(text) as object) // why: it starts with a brace
    return Object.fromEntries(
      pairs.map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    )
  } catch {
    return undefined
  }
}

function readForm(text: string): Record<string, string> | undefined {
  const query = text.replace(/^[^?=]*\?/, '').replace(/\s.*$/s, '')
  return query.includes('=') ? Object.fromEntries(new URLSearchParams(query)) : undefined
}
