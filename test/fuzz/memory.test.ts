/**
 * Memory stays flat over many calls.
 *
 * @module
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.ts'
import { signatureSync } from '../../src/sign/noble.ts'
import { faceParams, NOW, read } from '../unit/emulator/request.ts'

const MIB = 2 ** 20
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

it('emulator: 10 000 calls in a row and 1000 at once leave memory flat', async () => {
  const emulator = createEmulator({ now: () => NOW })
  const photo = 'A'.repeat(400)
  const fields = { refFaceContent: photo, authFaceContent: photo, resourceCode: '00990001' }
  const call = async (): Promise<void> => {
    const params = faceParams(fields) as Record<string, string> // why: none of them is undefined
    // The independent signer takes ten times as long, and nothing is judged here.
    const Signature = signatureSync('POST', params, 'testsecret')
    const form = new URLSearchParams({ ...params, Signature })
    const init = { method: 'POST', headers: FORM, body: String(form) }
    const { body } = await read(await emulator.fetch('http://127.0.0.1/', init))
    if (body['Code'] !== 200) throw new Error(`expected 200, got ${String(body['Code'])}`)
  }
  // Fills the log and lets the engine settle.
  for (let left = 1500; left > 0; left--) await call()
  const before = measure()
  for (let left = 10_000; left > 0; left--) await call()
  const after = measure()
  await Promise.all(Array.from({ length: 1000 }, call))
  const afterBurst = measure()
  // 11 000 nonces are remembered, about 100 bytes each; photos would be 9 MB.
  expect((after - before) / MIB).toBeLessThan(4)
  expect((afterBurst - before) / MIB).toBeLessThan(5)
  expect(emulator.log).toHaveLength(1000)
}, 120_000)

/** Bytes in use after everything that can go has gone. */
function measure(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void // why: the flag puts it there
  for (let left = 3; left > 0; left--) collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
