/**
 * Mutated requests against the emulator, judged by an independent verifier. It looks for a request
 * that throws, hangs, passes with a wrong signature, or fails with a right one.
 *
 * `FUZZ=100000 npx vitest run test/fuzz` runs longer, `SEED=7` runs others.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { webHmacSha1 } from '../../src/crypto/web.ts'
import { createEmulator } from '../../src/emulator/index.ts'
import type { HmacSha1 } from '../../src/emulator/index.ts'
import { nobleHmacSha1 } from '../../src/sign/noble.ts'
import { createRng, randomParams, randomText } from '../reference/prng.ts'
import type { Rng } from '../reference/prng.ts'
import { readSeed } from '../reference/seed.ts'
import { percentEncode, signature } from '../reference/sign.ts'
import { parsePairs, verifyRequest } from '../reference/verify.ts'

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5)
const SECRETS = { testid: 'testsecret', other: '中文*~ secret'.replaceAll(' ', '_') } as const
const FORM = 'application/x-www-form-urlencoded'
const MAX_URL_BYTES = 8192
const MAX_BODY_BYTES = 200_000

/** A request that takes longer hangs. */
const PATIENCE_MS = 10_000

/** A request on its way. */
interface Draft {
  method: string
  path: string
  query: string
  contentType: string | null
  body: Buffer
}

const runs = Number(process.env['FUZZ'] || 2000)
const seed = readSeed()

it(`emulator: agrees with the verifier on ${runs} mutated requests, seed ${seed}`, async () => {
  const rng = createRng(seed)
  const emulator = createEmulator({
    accessKeys: SECRETS,
    now: () => NOW,
    maxUrlBytes: MAX_URL_BYTES,
    maxBodyBytes: MAX_BODY_BYTES,
    hmac: alternate(),
  })
  const nonces = new Set<string>()
  const seen = new Map<string, number>()
  const guard = createGuard()
  try {
    for (let run = 0; run < runs; run++) {
      const draft = makeRequest(rng, run)
      for (let left = rng.pick([0, 0, 1, 1, 2, 5]); left > 0; left--)
        rng.pick(MUTATIONS)(draft, rng)
      const result = await guard.watch(judge(emulator, draft, nonces))
      if (result.problem !== undefined) {
        throw new Error(`run ${run}, seed ${seed}: ${result.problem}\n${print(draft)}`)
      }
      seen.set(result.code, (seen.get(result.code) ?? 0) + 1)
    }
  } finally {
    guard.stop()
  }
  // Otherwise the mutations are so wild, or so tame, that nothing was tried.
  const accepted = (seen.get('accepted') ?? 0) / runs
  expect(accepted).toBeGreaterThan(0.2)
  expect(accepted).toBeLessThan(0.8)
  expect([...seen.keys()].sort()).toEqual(expect.arrayContaining(EXPECTED_CODES))
}, 600_000)

/** Signs in turns with each implementation; Web Crypto takes longer, so it has one turn in four. */
function alternate(): HmacSha1 {
  let turn = 0
  return (key, message) => (++turn % 4 === 0 ? webHmacSha1 : nobleHmacSha1)(key, message)
}

interface Result {
  readonly code: string
  readonly problem?: string
}

/** Gives up on a request that hangs, with one timer for all of them. */
function createGuard(): { watch: (result: Promise<Result>) => Promise<Result>; stop: () => void } {
  let giveUp: (result: Result) => void = () => {}
  const timer = setTimeout(() => giveUp({ code: 'hung', problem: 'hangs' }), PATIENCE_MS)
  return {
    watch(result) {
      timer.refresh()
      return new Promise((resolve, reject) => {
        giveUp = resolve
        result.then(resolve, reject)
      })
    },
    stop: () => clearTimeout(timer),
  }
}

/** What even the short run meets. */
const EXPECTED_CODES = [
  'IncompleteSignature',
  'InvalidAccessKeyId.NotFound',
  'InvalidAction.NotFound',
  'InvalidApi.NotFound',
  'InvalidParameter',
  'InvalidParameter.Format',
  'InvalidSignatureMethod',
  'InvalidTimeStamp.Expired',
  'InvalidTimeStamp.Format',
  'MissingAccessKeyId',
  'MissingSignature',
  'SignatureDoesNotMatch',
  'SignatureNonceUsed',
  'UnsupportedHTTPMethod',
  'accepted by STS',
  'page 413',
  'page 414',
]

async function judge(
  emulator: ReturnType<typeof createEmulator>,
  draft: Draft,
  nonces: Set<string>,
): Promise<Result> {
  const url = new URL(`http://127.0.0.1${draft.path}${draft.query && `?${draft.query}`}`).href
  const hasBody = draft.method !== 'GET' && draft.method !== 'HEAD'
  const init: RequestInit = {
    method: draft.method,
    headers: draft.contentType === null ? {} : { 'content-type': draft.contentType },
    ...(hasBody && { body: Uint8Array.from(draft.body) }),
  }
  let response: Response
  try {
    response = await emulator.fetch(url, init)
    await response.text()
  } catch (error) {
    return { code: 'threw', problem: `threw ${String(error)}` }
  }
  const entry = emulator.log.at(-1)
  const { code } = entry ?? {}
  const body = hasBody ? draft.body : Buffer.alloc(0)
  // What STS answers has no code.
  const isSts = code === undefined && response.status === 200
  if (code === undefined && !isSts) return judgePage(response.status, url, body)
  // A bare body of bytes has no type of its own, so that the header is what was set.
  const { method, contentType } = draft
  const received = { method, url, contentType, body }
  const verdict = verifyRequest(received, { secrets: SECRETS, nowEpochMs: NOW })
  const sent = verdict.ok
    ? new Map(Object.entries(verdict.params))
    : readSent(url, contentType, body)
  const nonce = `${sent.get('AccessKeyId')}\n${sent.get('SignatureNonce')}`
  const isReplay = nonces.has(nonce)
  const refusal = typeof code === 'string' ? code : undefined
  if (verdict.ok && (refusal === undefined || isBehindNonce(refusal))) nonces.add(nonce)
  if (refusal === undefined) {
    const passed = isSts ? 'accepted by STS' : 'accepted'
    if (!verdict.ok) return { code: passed, problem: `passed, expected ${verdict.code}` }
    return isReplay ? { code: passed, problem: 'ran twice' } : { code: passed }
  }
  if (entry?.executed === true) return { code: refusal, problem: 'ran a refused request' }
  const expected = verdict.ok ? 'acceptance' : verdict.code
  const isSame =
    refusal === expected ||
    (refusal === 'IncompleteSignature' && expected === 'SignatureDoesNotMatch')
  const isExplained = isSame || explains(refusal, { sent, method, isReplay })
  return isExplained
    ? { code: refusal }
    : { code: refusal, problem: `refused with ${refusal}, expected ${expected}` }
}

function judgePage(status: number, url: string, body: Buffer): Result {
  const { pathname, search } = new URL(url)
  const isLong = pathname.length + search.length > MAX_URL_BYTES
  const isLarge = body.length > MAX_BODY_BYTES
  const isRight = status === 414 ? isLong : status === 413 && isLarge && !isLong
  const code = `page ${status}`
  return isRight ? { code } : { code, problem: `${code} for a request of ordinary size` }
}

/** Parameters as far as they can be read. */
function readSent(url: string, contentType: string | null, body: Buffer): Map<string, string> {
  const sent = new Map<string, string>()
  const form = contentType?.toLowerCase().startsWith(FORM) ? body.toString('latin1') : ''
  for (const pair of [...new URL(url).search.slice(1).split('&'), ...form.split('&')]) {
    parsePairs(pair, sent)
  }
  return sent
}

const VERSIONS = [
  '2017-03-31',
  '2017-10-01',
  '2018-09-19',
  '2019-01-20',
  '2019-01-28',
  '2019-05-21',
  '2020-07-06',
]
const ACTIONS = ['ExecuteRequest', 'ExecuteRequestSG', 'ExecuteRequestML', 'RequestDecision']
const STS_VERSION = '2015-04-01'

/** Refusals that come after the nonce was used up. */
function isBehindNonce(code: string): boolean {
  return /^(Missing(Service|ServiceParameters|EventCode|RoleArn|RoleSessionName)|InvalidRegion\.NotFound)$/.test(
    code,
  )
}

/** Tells whether a refusal that the verifier does not know is right. */
function explains(
  code: string,
  { sent, method, isReplay }: { sent: Map<string, string>; method: string; isReplay: boolean },
): boolean {
  const action = sent.get('Action') ?? ''
  if (code === 'InvalidVersion') return !VERSIONS.includes(sent.get('Version') ?? '')
  if (code === 'UnsupportedOperation') return action === 'ExecuteExtendService'
  if (code === 'InvalidAction.NotFound') {
    return !ACTIONS.includes(action) || (action === 'RequestDecision' && method !== 'POST')
  }
  if (code === 'InvalidSecurityToken.Malformed') return Boolean(sent.get('SecurityToken'))
  if (code === 'InvalidRegion.NotFound')
    return !/^[a-z]{2}-[a-z]+(-\d)?$/.test(sent.get('RegionId') ?? '')
  if (code === 'SignatureNonceUsed') return isReplay
  return isBehindNonce(code) && !sent.get(code.replace('Missing', ''))
}

function makeRequest(rng: Rng, run: number): Draft {
  const accessKeyId = rng.chance(0.9) ? 'testid' : 'other'
  const params: Record<string, string> = {
    ...(rng.chance(0.3) && dropCommon(randomParams(rng))),
    Action: rng.chance(0.9) ? 'ExecuteRequest' : rng.pick(ACTIONS),
    Version: rng.chance(0.9) ? '2019-05-21' : rng.pick(VERSIONS),
    Format: rng.pick(['JSON', 'JSON', 'XML']),
    AccessKeyId: accessKeyId,
    SignatureMethod: rng.pick(['HMAC-SHA1', 'HMAC-SHA1', 'Hmac-SHA1']),
    SignatureVersion: '1.0',
    SignatureNonce: rng.chance(0.97) ? `n${run}` : `n${rng.below(run + 1)}`,
    Timestamp: rng.pick(['2026-01-02T03:04:05Z', '2026-01-02T02:49:05Z', '2026-01-02T03:19:05Z']),
    Service: rng.pick(['saf_de', 'intl_face_verify', 'email_risk', randomText(rng)]),
    ServiceParameters: rng.pick(['{}', '{"eventCode":"x"}', '[', randomText(rng, 12)]),
    ...(rng.chance(0.1) && makeStsParams(rng)),
  }
  const method = rng.pick(['POST', 'POST', 'POST', 'GET'])
  const secret = rng.chance(0.95) ? SECRETS[accessKeyId] : 'wrong'
  params['Signature'] = signature(method, params, secret)
  const places: [string[], string[]] = [[], []]
  for (const [name, value] of Object.entries(params)) {
    const isQuery = method === 'GET' || rng.chance(0.2)
    places[isQuery ? 0 : 1].push(`${encode(name, rng)}=${encode(value, rng)}`)
  }
  const [query, form] = places.map((pairs) => pairs.join('&'))
  const contentType = rng.pick([FORM, FORM, `${FORM};charset=UTF-8`, FORM.toUpperCase()])
  return { method, path: '/', query: query ?? '', contentType, body: Buffer.from(form ?? '') }
}

function makeStsParams(rng: Rng): Record<string, string> {
  return {
    Action: rng.pick(['AssumeRole', 'AssumeRole', 'GetCallerIdentity']),
    Version: STS_VERSION,
    RoleArn: 'acs:ram::1:role/saf',
    ...(rng.chance(0.9) && { RoleSessionName: rng.pick(['fuzz', 'a.b@c-d_e']) }),
  }
}

/** Names that every request has, or that would make it another one. */
function dropCommon(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'Signature'))
}

/** Writes the same text in one of the ways that mean the same. */
function encode(text: string, rng: Rng): string {
  const encoded = percentEncode(text)
  const style = rng.below(8)
  if (style === 0) return encoded.replaceAll('%20', '+')
  if (style === 1) return encoded.replace(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase())
  if (style === 2)
    return encoded.replace(/[A-Za-z]/, (char) => `%${char.charCodeAt(0).toString(16)}`)
  return encoded
}

/** Each makes a request worse, or another one. */
const MUTATIONS: readonly ((draft: Draft, rng: Rng) => void)[] = [
  mutateBytes,
  mutateBytes,
  (draft, rng) => mutatePairs(draft, (pairs) => dropOne(pairs, rng)),
  (draft, rng) => mutatePairs(draft, (pairs) => dropOne(pairs, rng)),
  (draft, rng) => mutatePairs(draft, (pairs) => [...pairs, rng.pick(pairs)]),
  (draft, rng) => mutatePairs(draft, (pairs) => [...pairs, rng.pick(PAIRS)]),
  (draft, rng) => {
    const pair = `${encode(randomText(rng), rng)}=${encode(randomText(rng), rng)}`
    mutatePairs(draft, (pairs) => [pair, ...pairs].reverse())
  },
  (draft, rng) => mutatePairs(draft, (pairs) => pairs.map((pair) => setValue(pair, rng))),
  (draft, rng) => mutatePairs(draft, (pairs) => pairs.map((pair) => setValue(pair, rng))),
  (draft, rng) => void (draft.method = rng.pick(METHODS)),
  (draft, rng) => void (draft.path = rng.pick(['/', '//', '/a', '/%2F', '/;', '/?'])),
  (draft, rng) => void (draft.contentType = rng.pick(CONTENT_TYPES)),
  (draft, rng) => void (draft.body = draft.body.subarray(0, rng.below(draft.body.length + 1))),
  (draft) => void (draft.body = Buffer.alloc(0)),
  (draft, rng) => {
    const padding = rng.chance(0.1) ? Buffer.alloc(rng.below(400_000), '&') : Buffer.alloc(0)
    draft.body = Buffer.concat([draft.body, padding])
  },
  (draft, rng) => void (draft.query += rng.chance(0.2) ? `&${'x'.repeat(rng.below(12_000))}` : ''),
  (draft) => {
    if (draft.method === 'GET') return
    const moved = draft.body.toString('latin1').replace(/[^!-~]/g, '')
    draft.query = [draft.query, moved].filter(Boolean).join('&')
    draft.body = Buffer.alloc(0)
  },
]

const METHODS = ['GET', 'POST', 'PUT', 'HEAD', 'DELETE', 'PATCH', 'QUERY']
const CONTENT_TYPES = [null, '', 'text/plain', 'application/json', `${FORM}x`, `${FORM} ; a=b`]
const PAIRS = ['', '=', '&&', 'a', '%', '%ff', '=b', 'Signature=x']

function mutateBytes(draft: Draft, rng: Rng): void {
  const bytes = Buffer.from(draft.body)
  if (bytes.length === 0) {
    const at = rng.below(draft.query.length + 1)
    draft.query =
      draft.query.slice(0, at) +
      rng.pick(['%', '+', 'é', '=', '&', ' ', '\0']) +
      draft.query.slice(at + 1)
    return
  }
  bytes[rng.below(bytes.length)] = rng.chance(0.5)
    ? rng.below(256)
    : rng.pick([0x25, 0x26, 0x2b, 0x3d, 0x20])
  draft.body = bytes
}

function mutatePairs(draft: Draft, change: (pairs: string[]) => string[]): void {
  const isForm = draft.body.length > 0
  const pairs = change((isForm ? draft.body.toString('latin1') : draft.query).split('&'))
  if (isForm) draft.body = Buffer.from(pairs.join('&'), 'latin1')
  else draft.query = pairs.join('&')
}

function dropOne(pairs: readonly string[], rng: Rng): string[] {
  const dropped = rng.below(pairs.length)
  return pairs.filter((_, at) => at !== dropped)
}

/** Values that common parameters take by mistake. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  Action: ['', '__proto__', 'executeRequest', 'ExecuteExtendService'],
  Version: ['', '1.0', '2019-05-22'],
  Format: ['', 'json', 'xMl', 'YAML'],
  AccessKeyId: ['', '__proto__', 'nobody', 'other', 'testid'],
  SignatureMethod: ['', 'HMAC-SHA256'],
  SignatureVersion: ['', '2.0', '1'],
  Timestamp: ['', '2026-01-02T00:00:00Z', '2026-01-02T03:04:05.000Z', '2026-13-02T03:04:05Z'],
  Signature: ['', 'x', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  SecurityToken: ['', 'x'],
  RegionId: ['cn-shanghai', 'mars'],
}

/** Changes the values of about one parameter in four. */
function setValue(pair: string, rng: Rng): string {
  const name = pair.split('=')[0] ?? ''
  const values = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined
  return values && rng.chance(0.25) ? `${name}=${percentEncode(rng.pick(values))}` : pair
}

function print({ method, path, query, contentType, body }: Draft): string {
  return JSON.stringify({ method, path, query, contentType, body: body.toString('latin1') }).slice(
    0,
    4000,
  )
}
