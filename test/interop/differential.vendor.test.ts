/**
 * Five thousand random parameter sets, flattened and signed by the vendor's SDKs and by us: they are
 * equal, or a row of the table says who is right and why.
 */
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { flatten } from '../../src/codec/flatten.ts'
import type { Params } from '../../src/codec/flatten.ts'
import { webHmacSha1 } from '../../src/crypto/web.ts'
import { createRpcSigner } from '../../src/request.ts'
import { acs3 } from '../../src/sign/acs3.ts'
import type { RequestMoment } from '../../src/sign/signer.ts'
import { createRng } from '../reference/prng.ts'
import { signature as referenceSignature } from '../reference/sign.ts'
import { DIFFERENCES, drawParams, listLeaves, SORTING } from './differential.ts'
import type { Difference, Leaf, SdkName } from './differential.ts'
import { callPopCore } from './sdks.ts'

const SEED = 20_261_124
const ROUNDS = 5000
const KEY = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }
const CONTEXT = {
  url: 'https://ecs.aliyuncs.com/',
  format: { name: 'JSON' },
  hmac: webHmacSha1,
} as const
const SPEC = { action: 'Do', version: '2014-05-26', format: 'JSON' } as const

/** Chance alone may not draw it. */
const HARD_TO_SORT = { '\u{10000}': 'first by units', '\uffff': 'first by bytes' }

type Flat = Readonly<Record<string, string>>

interface OpenApiUtil {
  readonly query: (params: object) => Flat
  readonly getRPCSignature: (params: object, method: string, secret: string) => string
  readonly getAuthorization: (...all: readonly unknown[]) => string
}

const require = createRequire(import.meta.url)
const { OpenApiUtil: core } = require('@alicloud/openapi-core') as { OpenApiUtil: OpenApiUtil } // why: its published shape
const ofPopCore = createRequire(require.resolve('@alicloud/pop-core'))
const httpx = ofPopCore('httpx') as {
  request: (url: string, options: { data?: string }) => unknown
} // why: as above
const { request } = httpx

/** The form that pop-core sent last. */
let captured: string | undefined

beforeAll(() => {
  httpx.request = (_url, { data }) => {
    captured = data
    throw new Error('captured')
  }
})

afterAll(() => {
  httpx.request = request
})

const met = new Set<Difference>()
const rowOf = (sdk: SdkName, leaf: Leaf): Difference | undefined =>
  DIFFERENCES.find((row) => row.sdk === sdk && row.applies(leaf))

/** What one side made of parameters. */
interface Written {
  readonly flat: Flat
  readonly signature?: string
  /** What it threw instead. */
  readonly error?: unknown
}

it(`differential: ${ROUNDS} parameter sets of seed ${SEED} are equal, or a row says why`, async () => {
  const rng = createRng(SEED)
  const sign = createRpcSigner(CONTEXT)
  const counts = { equal: 0, signed: 0, differing: 0 }
  const unexplained: unknown[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const params = round === 0 ? HARD_TO_SORT : drawParams(rng)
    const ours = writeOurs(params)
    for (const sdk of ['@alicloud/pop-core', '@alicloud/openapi-core'] as const) {
      const theirs = sdk === '@alicloud/pop-core' ? await writePopCore(params) : writeCore(params)
      const found = compare(sdk, params, { ours, theirs })
      unexplained.push(...found.unexplained.map((what) => ({ round, sdk, what, params })))
      counts[found.isEqual ? 'equal' : 'differing']++
      if (!found.isEqual || ours.error !== undefined || theirs.error !== undefined) continue
      const moment = {
        credentials: KEY,
        atEpochMs: Date.parse(theirs.flat['Timestamp'] ?? ''),
        nonce: theirs.flat['SignatureNonce'] ?? '',
      }
      const { body } = await sign({ ...SPEC, params: ours.flat }, moment)
      const mine = new URLSearchParams(new TextDecoder().decode(body))
      const isSame = mine.get('Signature') === theirs.signature
      if (!isSame && isHardToSort(Object.keys(ours.flat))) meetSorting(sdk)
      else if (!isSame) unexplained.push({ round, sdk, what: 'signature' })
      expect(mine.get('Signature')).toBe(
        referenceSignature('POST', Object.fromEntries(mine), KEY.accessKeySecret),
      )
      if (isSame) counts.signed++
    }
  }
  expect(unexplained.slice(0, 8)).toEqual([])
  expect(counts.equal).toBeGreaterThan(ROUNDS / 2)
  expect(counts.signed).toBeGreaterThan(counts.equal * 0.98)
  expect(counts.differing).toBeGreaterThan(ROUNDS / 10)
  process.stdout.write(`  differential: ${JSON.stringify(counts)}\n`)
})

it('differential: every row of the table is met, and says who is right', () => {
  const unmet = DIFFERENCES.filter((row) => !met.has(row)).map(({ sdk, what }) => `${sdk}: ${what}`)
  expect(unmet).toEqual([])
  expect(new Set(DIFFERENCES.map(({ sdk, what }) => sdk + what)).size).toBe(DIFFERENCES.length)
})

it('differential: acs3 writes the Authorization that openapi-core writes', async () => {
  const rng = createRng(SEED + 1)
  const signer = acs3(CONTEXT)
  for (let round = 0; round < 200; round++) {
    const drawn = writeOurs(drawParams(rng))
    if (drawn.error !== undefined) continue
    const moment: RequestMoment = {
      credentials: { ...KEY, securityToken: round % 2 ? 'token' : undefined },
      atEpochMs: Date.UTC(2026, 0, 2) + round * 1000,
      nonce: `nonce-${round}`,
    }
    for (const method of ['GET', 'POST'] as const) {
      const { headers, body } = await signer({ ...SPEC, params: drawn.flat, method }, moment)
      const { authorization, ...sent } = headers
      const query = method === 'GET' ? sortedByUnits(drawn.flat) : {}
      if (!query) continue
      const payload = createHash('sha256')
        .update(method === 'GET' ? '' : body)
        .digest('hex')
      const given = { method, pathname: '/', query, headers: { ...sent, host: 'ecs.aliyuncs.com' } }
      expect(authorization).toBe(
        core.getAuthorization(
          given,
          'ACS3-HMAC-SHA256',
          payload,
          KEY.accessKeyId,
          KEY.accessKeySecret,
        ),
      )
      expect(sent['x-acs-content-sha256']).toBe(payload)
    }
  }
})

/** Tells names that sort one way by their bytes and another way by UTF-16 units. */
function isHardToSort(names: readonly string[]): boolean {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  return has(/[\u{10000}-\u{10ffff}]/u) && has(/[\ue000-\uffff]/u)
}

function meetSorting(sdk: SdkName): void {
  for (const row of DIFFERENCES) if (row.sdk === sdk && row.what === SORTING) met.add(row)
}

/** Names must be plain to be put into a query by the SDK, which does not encode them there. */
function sortedByUnits(flat: Flat): Flat | undefined {
  return Object.keys(flat).every((name) => /^[\w.]+$/.test(name)) ? flat : undefined
}

function writeOurs(params: object): Written {
  try {
    const flat = flatten(params as Params) // why: what it refuses is compared too
    for (const text of Object.entries(flat).flat()) encodeURIComponent(text)
    return { flat }
  } catch (error) {
    return { flat: {}, error }
  }
}

async function writePopCore(params: object): Promise<Written> {
  captured = undefined
  const config = { origin: 'https://ecs.aliyuncs.com', ...KEY }
  const call = {
    action: 'Do',
    params: params as Record<string, unknown>,
    method: 'POST',
    version: SPEC.version,
  } // why: any object will do
  const options = { opts: { formatParams: false } }
  const { error } = await callPopCore(config, call, options)
  if (captured === undefined) return { flat: {}, error }
  const { Signature: signature = '', ...flat } = Object.fromEntries(new URLSearchParams(captured))
  return { flat, signature }
}

function writeCore(params: object): Written {
  try {
    const given = core.query(params)
    const common = { SignatureNonce: 'n', Timestamp: '2026-01-02T03:04:05Z' }
    const all = {
      ...given,
      ...common,
      Action: 'Do',
      Version: SPEC.version,
      Format: 'JSON',
      AccessKeyId: KEY.accessKeyId,
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
    }
    return {
      flat: { ...given, ...common },
      signature: core.getRPCSignature(all, 'POST', KEY.accessKeySecret),
    }
  } catch (error) {
    return { flat: {}, error }
  }
}

const COMMON = /^(Action|Version|Format|AccessKeyId|Timestamp|Signature(Method|Version|Nonce))$/

/** Compares flat names and values, and looks each difference up. */
function compare(
  sdk: SdkName,
  params: object,
  { ours, theirs }: { readonly ours: Written; readonly theirs: Written },
): { readonly isEqual: boolean; readonly unexplained: string[] } {
  const leaves = listLeaves(params)
  if (ours.error !== undefined || theirs.error !== undefined) {
    const twice = leaves.filter(
      ({ key, value }, at) =>
        isWritten(value) &&
        leaves.findIndex((leaf) => leaf.key === key && isWritten(leaf.value)) !== at,
    )
    const rows = leaves.map((leaf) => rowOf(sdk, leaf)).filter((row) => row !== undefined)
    for (const row of rows) if (/finite|surrogate/.test(row.what)) met.add(row)
    const isExplained = twice.length > 0 || rows.some(({ what }) => /finite|surrogate/.test(what))
    return {
      isEqual: false,
      unexplained: isExplained ? [] : [`only one refused: ${String(ours.error ?? theirs.error)}`],
    }
  }
  expect(ours.flat).toEqual(writeLeaves(leaves))
  const names = new Set(
    [...Object.keys(ours.flat), ...Object.keys(theirs.flat)].filter((name) => !COMMON.test(name)),
  )
  const differing = [...names].filter((name) => ours.flat[name] !== theirs.flat[name])
  const unexplained = differing.filter((name) => {
    // What pop-core takes for one value stands before several of ours; what it loses is one of them.
    const concerned = leaves.filter(
      ({ key }) => key === name || key.startsWith(`${name}.`) || key.replace(/^\.+/, '') === name,
    )
    const rows = concerned.map((leaf) => rowOf(sdk, leaf)).filter((row) => row !== undefined)
    for (const row of rows) met.add(row)
    return rows.length === 0
  })
  return { isEqual: differing.length === 0, unexplained }
}

/** Flattens by the rules alone: what ours must come to. */
function writeLeaves(leaves: readonly Leaf[]): Flat {
  const written = leaves.filter(({ value }) => isWritten(value))
  const write = (value: unknown): string =>
    value instanceof Date ? `${value.toISOString().slice(0, 19)}Z` : String(value)
  return Object.fromEntries(written.map(({ key, value }) => [key, write(value)]))
}

function isWritten(value: unknown): boolean {
  return (
    value !== null && value !== undefined && (typeof value !== 'object' || value instanceof Date)
  )
}
