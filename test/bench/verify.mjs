/**
 * Checks that a contestant did what it is timed for, with Node's crypto and the reference in
 * `test/reference/`, on every host that has them.
 */
import { Buffer } from 'node:buffer'
import { createHash, createHmac } from 'node:crypto'
import { canonicalize, percentEncode, signature } from '../reference/sign.ts'
import { AWS, KEYS, RESOURCE_CODE } from './contestants.mjs'

/** Where the reference is asked whole; above, in pieces, since it is slow and hungry. */
const WHOLE_BELOW = 200_000
const PIECE = 60_000

/**
 * Checks one result.
 *
 * @throws Error that names what is wrong.
 */
export async function verify({ kind, name }, last, photos) {
  const problem = await { rpc: verifyRpc, aws: verifyAws, floor: verifyFloor }[kind](last, photos)
  if (problem) throw new Error(`${name}: ${problem}`)
}

function verifyRpc({ body, query = [] }, photos) {
  const params = Object.fromEntries([...query, ...new URLSearchParams(readText(body))])
  if (params.Signature !== signInPieces(params)) return 'wrong signature'
  if (Object.keys(params).length !== 11) return `sent ${Object.keys(params).length} parameters`
  return findWrongPhoto(params, photos)
}

function readText(body) {
  return typeof body === 'string' ? body : Buffer.from(body).toString('latin1')
}

/** The reference's signature; percent-encoding goes byte by byte, so any piece will do. */
function signInPieces(params) {
  const { ServiceParameters: text, ...others } = params
  const { accessKeySecret } = KEYS
  if (text.length < WHOLE_BELOW) return signature('POST', params, accessKeySecret)
  const [before, after] = canonicalize({ ...others, ServiceParameters: '' }).split(
    /(?<=ServiceParameters=)/,
  )
  const hmac = createHmac('sha1', `${accessKeySecret}&`)
  hmac.update(`POST&%2F&${percentEncode(before)}`)
  for (const piece of encodeTwice(text)) hmac.update(piece)
  return hmac.update(percentEncode(after)).digest('base64')
}

function findWrongPhoto({ ServiceParameters }, photos) {
  const { resourceCode, ...sent } = JSON.parse(ServiceParameters)
  if (resourceCode !== RESOURCE_CODE) return 'wrong resourceCode'
  const wrong = Object.keys(photos).find(
    (name) => sent[name] !== Buffer.from(photos[name]).toString('base64'),
  )
  return wrong && `wrong ${wrong}`
}

/** Signature version 4, written from its specification. */
async function verifyAws({ request }, photos) {
  const form = await request.text()
  const date = request.headers.get('x-amz-date')
  const hash = (text) => createHash('sha256').update(text).digest('hex')
  const mac = (key, text) => createHmac('sha256', key).update(text).digest()
  const headers = `host:${new URL(request.url).host}\nx-amz-date:${date}\n`
  const canonical = ['POST', '/', '', headers, 'host;x-amz-date', hash(form)].join('\n')
  const scope = [date.slice(0, 8), AWS.region, AWS.service, 'aws4_request']
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), hash(canonical)].join('\n')
  const key = scope.reduce(mac, `AWS4${KEYS.accessKeySecret}`)
  const authorization = request.headers.get('authorization')
  if (!authorization.endsWith(mac(key, toSign).toString('hex'))) return 'wrong signature'
  return findWrongPhoto(Object.fromEntries(new URLSearchParams(form)), photos)
}

/** The floor must move as many bytes as a real signature does. */
function verifyFloor({ body, message }, photos) {
  const problem = verifyRpc({ body }, photos)
  if (problem) return problem
  const params = new URLSearchParams(readText(body))
  params.delete('Signature')
  const length = 9 + [...params].reduce((sum, [name, value]) => sum + lengthOf(name, value), -3)
  return message.length === length ? undefined : `signs ${message.length} bytes, not ${length}`
}

/** Bytes in the string to sign of `&name=value`. */
function lengthOf(name, value) {
  return encodeTwice(value).reduce((sum, piece) => sum + piece.length, 3 + name.length + 3)
}

let longest = { text: '', pieces: [] }

/** The reference is slow and everybody sends the same photos: the longest text is kept. */
function encodeTwice(text) {
  if (text === longest.text) return longest.pieces
  const pieces = []
  for (let at = 0; at < text.length; at += PIECE) {
    pieces.push(percentEncode(percentEncode(text.slice(at, at + PIECE))))
  }
  if (text.length > PIECE) longest = { text, pieces }
  return pieces
}
