/**
 * What `explainMismatch` costs at most, whatever it is given.
 *
 * @module
 */
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { explainMismatch, stringToSign } from '../../../src/sign/index.ts'
import { nobleHmacSha1 } from '../../../src/sign/noble.ts'
import { wrongRequest } from '../../vectors/wrong.ts'

const WORDS = 'server string to sign is:'
const CANARY = 'c4n4ry'

const request = {
  method: 'POST',
  accessKeySecret: `${CANARY}-secret`,
  params: {
    AccessKeyId: `${CANARY}-id`,
    Action: `${CANARY}Action`,
    Note: `a ${CANARY}+b*~'c'/d! ${CANARY}`,
    Remark: '',
    ServiceParameters: `{"photo":"${CANARY}&more=${CANARY}","x":"é"}`,
    Timestamp: '2026-02-03T04:05:06Z',
  },
} as const

/** A signature that nothing gives. */
const NOBODYS = `${'A'.repeat(27)}=`

/** An HMAC that counts instead of computing: it gives nobody's signature neither. */
function createCounter() {
  let [hmacs, bytes] = [0, 0]
  return {
    hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
      hmacs++
      bytes += message.length
      return nobleHmacSha1(key, message.subarray(0, 64))
    },
    spent: () => ({ hmacs, bytes }),
  }
}

test('an ordinary request needs fewer than 2500 HMACs when nothing fits', async () => {
  const { hmac, spent } = createCounter()
  const { mistake, message } = await explainMismatch({ ...wrongRequest, signature: NOBODYS }, hmac)
  expect(mistake).toBe('unknown')
  expect(message).toContain(`none of ${spent().hmacs} ways`)
  expect(spent().hmacs).toBeGreaterThan(1000)
  expect(spent().hmacs).toBeLessThan(2500)
})

test('thousands of parameters stop at 4000 HMACs', async () => {
  const { hmac, spent } = createCounter()
  const entries = Array.from({ length: 5000 }, (_, at) => [`Tag.${at}`, `${at}`] as const)
  const params = { ...wrongRequest.params, ...Object.fromEntries(entries) }
  const options = { ...wrongRequest, params, signature: NOBODYS }
  expect((await explainMismatch(options, hmac)).message).toContain('the commonest only')
  expect(spent().hmacs).toBeLessThanOrEqual(4000)
  expect(spent().bytes).toBeLessThan(514 * 2 ** 20)
}, 60_000)

test('8 MB of photos stop at 512 MiB, and the frequent mistakes are found before', async () => {
  const { hmac, spent } = createCounter()
  const photo = 'aB+/cd0192837465'.repeat(250_000)
  const ServiceParameters = JSON.stringify({ refFaceContent: photo, authFaceContent: photo })
  const big = { ...wrongRequest, params: { ...wrongRequest.params, ServiceParameters } }
  const unknown = await explainMismatch({ ...big, signature: NOBODYS }, hmac)
  expect(unknown.mistake).toBe('unknown')
  expect(spent().bytes).toBeLessThan(526 * 2 ** 20)
  const text = stringToSign(big.method, big.params)
  const frequent = [
    ['secret-without-ampersand', big.accessKeySecret, text],
    ['bare-ampersand', `${big.accessKeySecret}&`, text.replaceAll('%26', '&')],
    ['missing-parameter', `${big.accessKeySecret}&`, text.replace(/%26RegionId%3D[\w-]+/, '')],
  ] as const
  for (const [mistake, key, wrong] of frequent) {
    const signature = createHmac('sha1', key).update(wrong).digest('base64')
    expect((await explainMismatch({ ...big, signature })).mistake).toBe(mistake)
  }
  const serverMessage = WORDS + stringToSign('POST', { ...big.params, Format: 'XML' })
  const explanation = await explainMismatch({ ...big, serverMessage })
  expect(explanation).toMatchObject({ mistake: 'altered-parameter', parameter: 'Format' })
}, 120_000)

test('huge and hostile messages are read once', async () => {
  const text = stringToSign(request.method, request.params)
  const messages = [
    '\0\u00ff'.repeat(4_000_000),
    'server '.repeat(1_000_000),
    `server${' '.repeat(8_000_000)}string`,
    WORDS.repeat(300_000),
    `${WORDS}${'a\n'.repeat(4_000_000)}`,
    `${WORDS}${text}${'%26'.repeat(3_000_000)}`,
    `${WORDS}${text}${'%26a%3D'.repeat(1_000_000)}`,
    `${WORDS}${'POST&'.repeat(2_000_000)}`,
    '\\\\\\u0026'.repeat(1_000_000),
    '&amp;'.repeat(2_000_000),
    `${WORDS}POST&%2F&${'%25'.repeat(3_000_000)}`,
  ]
  for (const serverMessage of messages) {
    const explanation = await explainMismatch({ ...request, serverMessage })
    expect(JSON.stringify(explanation)).not.toContain(CANARY)
  }
}, 60_000)
