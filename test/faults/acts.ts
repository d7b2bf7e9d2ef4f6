/**
 * What the server does to a request, as data: bytes, and what becomes of the connection. The last
 * line of each says what the library must make of it.
 *
 * @module
 */

/** What the library must report: `ok`, or its error's code without `ERR_SAF_`, and the outcome. */
export type Expected = 'ok' | `${string} ${'unknown' | 'not-executed'}`

/** One thing that the server does. */
export interface Act {
  /** Continues the sentence "The server …". */
  readonly name: string
  /** What it writes, in Latin-1; `answer` is the body that would be right. */
  readonly write?: (answer: string) => string
  /**
   * What it does then: end the connection, reset it, leave it open, send a byte now and then, or
   * close the listener and reset it.
   */
  readonly ending: 'end' | 'reset' | 'stay' | 'drip' | 'unlisten'
  readonly expect: Expected
}

const NETWORK = 'NETWORK unknown'
const TIMEOUT = 'TIMEOUT unknown'
const BAD = 'BAD_RESPONSE unknown'
const REDIRECT = 'REDIRECT unknown'

/** Writes an answer as HTTP; `length` is what its head claims. */
export function writeAnswer(
  body: string,
  { status = '200 OK', type = 'application/json', length = body.length, more = '' } = {},
): string {
  const head = [
    `HTTP/1.1 ${status}`,
    `content-type: ${type}`,
    `content-length: ${length}`,
    // A page may read it.
    'access-control-allow-origin: *',
  ]
  return `${head.join('\r\n')}\r\n${more}\r\n${body}`
}

function writeChunk(body: string): string {
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked'
  const chunk = `${body.length.toString(16)}\r\n${body}\r\n`
  return `${head}\r\naccess-control-allow-origin: *\r\n\r\n${chunk}`
}

function writeHtml(status: string): string {
  const html = `<html><head><title>${status}</title></head><body>nginx</body></html>\n`
  return writeAnswer(html, { status, type: 'text/html' })
}

function writeRedirect(status: string): string {
  return writeAnswer('', { status, more: 'location: /elsewhere\r\n' })
}

/** The right answer. */
export const ANSWERS: Act = { name: 'answers', write: writeAnswer, ending: 'stay', expect: 'ok' }

/** What a gateway answers to a nonce that it knows. */
export const KNOWS_THE_NONCE: Act = {
  name: 'answers that it knows the nonce',
  write: (answer) =>
    writeAnswer(
      JSON.stringify({ ...JSON.parse(answer), HostId: 'saf', Code: 'SignatureNonceUsed' }),
      { status: '400 Bad Request' },
    ),
  ending: 'stay',
  expect: 'NONCE_USED unknown',
}

export const RESETS: Act = { name: 'resets the connection', ending: 'reset', expect: NETWORK }
export const CLOSES: Act = { name: 'closes the connection', ending: 'end', expect: NETWORK }
export const SILENT: Act = { name: 'sends nothing', ending: 'stay', expect: TIMEOUT }
export const UNLISTENS: Act = {
  name: 'closes the listener and resets',
  ending: 'unlisten',
  expect: NETWORK,
}

/** Answers that are no HTTP, or none of the API. */
export const GARBAGE: Act = {
  name: 'sends garbage',
  write: () => '\0\x01\xff\xfegarbage\r\n\r\n',
  ending: 'end',
  expect: NETWORK,
}
export const FOUND: Act = {
  name: 'redirects, 302',
  write: () => writeRedirect('302 Found'),
  ending: 'stay',
  expect: REDIRECT,
}
export const TOO_LARGE: Act = {
  name: 'sends HTML, 413',
  write: () => writeHtml('413 Request Entity Too Large'),
  ending: 'stay',
  expect: 'BAD_RESPONSE not-executed',
}

/** What the server does to a request that it read. */
export const AFTER_READING: readonly Act[] = [
  RESETS,
  CLOSES,
  SILENT,
  {
    name: 'stalls in the headers',
    write: () => 'HTTP/1.1 200 OK\r\ncontent-type: appli',
    ending: 'stay',
    expect: TIMEOUT,
  },
  {
    name: 'stalls in the body',
    write: (answer) => writeAnswer(answer).slice(0, -5),
    ending: 'stay',
    expect: TIMEOUT,
  },
  {
    name: 'drips the body',
    write: () => writeAnswer('', { length: 1000 }),
    ending: 'drip',
    expect: TIMEOUT,
  },
  {
    name: 'cuts the body by closing',
    write: (answer) => writeAnswer(answer).slice(0, -5),
    ending: 'end',
    expect: BAD,
  },
  {
    name: 'cuts the body by a reset',
    write: (answer) => writeAnswer(answer).slice(0, -5),
    ending: 'reset',
    expect: BAD,
  },
  { name: 'cuts a chunked body', write: writeChunk, ending: 'end', expect: BAD },
  {
    name: 'claims too short a length',
    write: (answer) => writeAnswer(answer, { length: answer.length - 5 }),
    ending: 'stay',
    expect: BAD,
  },
  {
    name: 'claims too great a length',
    write: (answer) => writeAnswer(answer, { length: answer.length + 5 }),
    ending: 'stay',
    expect: TIMEOUT,
  },
  {
    name: 'claims two lengths',
    write: (answer) => writeAnswer(answer, { more: 'content-length: 7\r\n' }),
    ending: 'stay',
    expect: NETWORK,
  },
  {
    name: 'claims gzip, sends text',
    write: (answer) => writeAnswer(answer, { more: 'content-encoding: gzip\r\n' }),
    ending: 'stay',
    expect: BAD,
  },
  { name: 'sends HTML, 200', write: () => writeHtml('200 OK'), ending: 'stay', expect: BAD },
  {
    name: 'sends HTML, 502',
    write: () => writeHtml('502 Bad Gateway'),
    ending: 'stay',
    expect: BAD,
  },
  { name: 'sends an empty answer', write: () => writeAnswer(''), ending: 'stay', expect: BAD },
  FOUND,
  {
    name: 'redirects, 307',
    write: () => writeRedirect('307 Temporary Redirect'),
    ending: 'stay',
    expect: REDIRECT,
  },
  GARBAGE,
  { name: 'sends an answer without a head', write: String, ending: 'end', expect: NETWORK },
  {
    name: 'sends 100, then answers',
    write: (answer) => `HTTP/1.1 100 Continue\r\n\r\n${writeAnswer(answer)}`,
    ending: 'stay',
    expect: 'ok',
  },
  {
    name: 'sends 103, then answers',
    write: (answer) => `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${writeAnswer(answer)}`,
    ending: 'stay',
    expect: 'ok',
  },
  {
    name: 'sends 102 and nothing else',
    write: () => 'HTTP/1.1 102 Processing\r\n\r\n',
    ending: 'stay',
    expect: TIMEOUT,
  },
  {
    name: 'switches protocols, 101',
    write: () => 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    ending: 'end',
    expect: NETWORK,
  },
  {
    name: 'answers twice',
    write: (answer) => writeAnswer(answer) + writeAnswer('{"RequestId":"second"}'),
    ending: 'stay',
    expect: 'ok',
  },
]
