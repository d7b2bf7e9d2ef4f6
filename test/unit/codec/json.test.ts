import { expect, test } from 'vitest'
import { decodeText, jsonFormat, parseJson, rewriteJson } from '../../../src/codec/json.ts'
import { createRpcClient, createSaf } from '../../../src/index.ts'
import { createRng } from '../../reference/prng.ts'
import type { Rng } from '../../reference/prng.ts'

const KEY = { accessKeyId: 'id', accessKeySecret: 'secret' }

test.for([
  ['9007199254740991', 9007199254740991],
  ['-9007199254740991', -9007199254740991],
  ['9007199254740992', 9007199254740992n],
  ['9007199254740993', 9007199254740993n],
  ['-9007199254740993', -9007199254740993n],
  ['1234567890123456', 1234567890123456],
  ['123456789012345678901234567890', 123456789012345678901234567890n],
  ['1234567890123456.5', 1234567890123456.5],
  ['12345678901234567e2', Number('12345678901234567e2')],
  ['1E400', Infinity],
  ['0.12345678901234567', Number('0.12345678901234567')],
  ['"9007199254740993"', '9007199254740993'],
] as const)('json: %s is read as it is', ([text, value]) => {
  for (const [open, close] of [
    ['', ''],
    ['[', ']'],
    ['[ 1 ,', ' ]'],
    ['{"a":', '}'],
    ['{"a": [{"9007199254740993": ', '}]}'],
  ] as const) {
    const wrapped = `${open}${text}${close}`
    const found = parseJson(wrapped)
    const leaf = String(text).startsWith('"') ? `"${value}"` : value
    expect(show(found)).toBe(show(parseWith(wrapped, text, leaf)))
  }
  expect(parseJson(text)).toBe(value)
})

test('json: digits in texts and names stay as they are', () => {
  const text = '{"9007199254740993":"a:9007199254740993,\\",9007199254740993","b":9007199254740993}'
  expect(parseJson(text)).toEqual({
    '9007199254740993': 'a:9007199254740993,",9007199254740993',
    b: 9007199254740993n,
  })
})

test('json: a text that begins like a mark is never taken for a number', () => {
  const text = '{"a":"\\u00009007199254740993","b":9007199254740993}'
  expect(parseJson(text)).toEqual({ a: '\0' + '9007199254740993', b: 2 ** 53 })
})

test.for([
  '{"a":09007199254740993}',
  '{9007199254740993:1}',
  '[9007199254740993',
  '+9007199254740993',
])('json: %s is no JSON, as for the host', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError)
  expect(decodeText(text, parseJson)).toBe(text)
})

test('json: an absurd depth or length is still read', () => {
  const deep = `${'['.repeat(50_000)}9007199254740993${']'.repeat(50_000)}`
  expect(Array.isArray(parseJson(deep))).toBe(true)
  const long = `{"a":${'9'.repeat(100_000)},"b":"${'x\\"'.repeat(400_000)}"}`
  expect((parseJson(long) as { b: string }).b).toHaveLength(800_000)
  // Longer than an engine's regular expression can match at once.
  const longer = `{"a":9007199254740993,"b":"${'\\"'.repeat(6_000_000)}"}`
  expect((parseJson(longer) as { b: string }).b).toHaveLength(6_000_000)
})

test('json: __proto__ is just a name beside a big integer', () => {
  const { envelope } = jsonFormat.parse('{"__proto__":{"Code":1},"Id":9007199254740993}')
  expect(Object.hasOwn(envelope, '__proto__')).toBe(true)
  expect(envelope['Code']).toBeUndefined()
})

test('json: what was read is written back with its digits, whatever is in it', () => {
  const rng = createRng(20_261_124)
  for (let round = 0; round < 500; round++) {
    const text = drawJson(rng, 3)
    expect(rewriteJson(parseJson(text)), `round ${round}`).toBe(text)
  }
})

test('json: rpc.call resolves big integers exactly', async () => {
  const text = '{"RequestId":"R","Instance":{"Id":1234567890123456789,"Ids":[1,9007199254740993]}}'
  const rpc = createRpcClient({
    ...KEY,
    endpoint: 'https://ecs.aliyuncs.com',
    version: '2014-05-26',
    fetch: async () => new Response(text),
  })
  expect(await rpc.call('Describe')).toEqual({
    RequestId: 'R',
    Instance: { Id: 1234567890123456789n, Ids: [1, 9007199254740993n] },
  })
})

test.for([
  ['an object', '{"id":9007199254740993,"n":1}'],
  ['JSON in a text', JSON.stringify('{"id":9007199254740993,"n":1}')],
] as const)(
  'json: Data as %s has big integers exactly, and rawData their digits',
  async ([, data]) => {
    const answer = `{"Code":200,"Message":"OK","RequestId":"R","Data":${data}}`
    const saf = createSaf({ ...KEY, fetch: async () => new Response(answer) })
    const { data: decoded, rawData } = await saf.executeRequest('any', {})
    expect(decoded).toEqual({ id: 9007199254740993n, n: 1 })
    expect(rawData).toBe('{"id":9007199254740993,"n":1}')
  },
)

function show(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint' ? `big ${part}` : part === Infinity ? 'Infinity' : part,
  )
}

/** Puts a value where a literal stands, by the host's parser alone. */
function parseWith(wrapped: string, literal: string, value: unknown): unknown {
  const at = wrapped.lastIndexOf(literal)
  const text = `${wrapped.slice(0, at)}"\\u0001"${wrapped.slice(at + literal.length)}`
  const own = typeof value === 'string' ? JSON.parse(value) : value
  return JSON.parse(text, (_, part: unknown) => (part === '\u0001' ? own : part))
}

function drawJson(rng: Rng, depth: number): string {
  const kind = rng.below(depth > 0 ? 7 : 5)
  if (kind === 0) return String(rng.below(2000) - 1000)
  if (kind === 1) return `${rng.pick(['', '-'])}9007199254740993${'7'.repeat(rng.below(20))}`
  if (kind === 2) return JSON.stringify(`a,${rng.below(10)}"\\:9007199254740993\n`)
  if (kind < 5) return rng.pick(['null', 'true', '1234567890123456'])
  const parts = Array.from({ length: rng.below(4) }, () => drawJson(rng, depth - 1))
  return kind === 5
    ? `[${parts.join(',')}]`
    : `{${parts.map((text, at) => `"k${at}":${text}`).join(',')}}`
}
