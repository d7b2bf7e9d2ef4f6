/**
 * The whole way, from two photos to a verdict, against the embedded gateway.
 *
 * @module
 */
import { deepEqual, equal, ok, rejects } from './harness.ts'
import type { Library, Suite } from './harness.ts'

const RESOURCE_CODE = '00840000'

/** Each test face held against the ID photo, and what it must come to. */
const VERDICTS = [
  ['idPhoto', 'pass', 'OK_SUCCESS'],
  ['match', 'pass', 'OK_SUCCESS'],
  ['mismatch', 'mismatch', 'OK_SUCCESS'],
  ['spoof', 'attack', 'OK_SUCCESS'],
  ['unreadable', 'inconclusive', 'PROCESSING'],
  ['noReference', 'inconclusive', 'UNABLE_GET_IMAGE'],
] as const

/** Registers the tests against the emulator. */
export const emulated: Suite = (test, lib) => {
  const formats = [
    ['JSON', undefined],
    ['XML', lib.xml.xmlFormat],
  ] as const
  for (const [format, answerFormat] of formats) {
    for (const [face, decision, retCode] of VERDICTS) {
      test(`the face ${face} is ${decision}, in ${format}`, async () => {
        const emulator = lib.emulator.createEmulator()
        const saf = lib.main.createSaf({ ...emulator.client, format: answerFormat })
        const verdict = await saf.verifyFace(input(lib, face))
        equal(verdict.decision, decision)
        equal(verdict.passed, decision === 'pass')
        equal(verdict.retCode, retCode)
        ok(/^[0-9A-F-]{36}$/.test(verdict.requestId), verdict.requestId)
        ok(JSON.parse(verdict.raw).retCode === retCode, 'raw holds Data as received')
      })
    }

    test(`a wrong secret is named as one, and no photo survives, in ${format}`, async () => {
      const emulator = lib.emulator.createEmulator()
      const wrong = { ...emulator.client, accessKeySecret: 'other', format: answerFormat }
      await rejects(lib.main.createSaf(wrong).verifyFace(input(lib, 'match')), (error) => {
        equal(error.code, 'ERR_SAF_SIGNATURE')
        equal((error['explanation'] as { mistake: string }).mistake, 'wrong-secret')
        equal(error['outcome'], 'not-executed')
        ok(!JSON.stringify(error).includes('/9j/'), 'no photo')
      })
    })

    test(`a bad resourceCode is a service error with Data, in ${format}`, async () => {
      const emulator = lib.emulator.createEmulator()
      const saf = lib.main.createSaf({ ...emulator.client, format: answerFormat })
      const bad = { ...input(lib, 'match'), resourceCode: '12345678' }
      await rejects(saf.verifyFace(bad), (error) => {
        equal(error.code, 'ERR_SAF_INTERNAL')
        equal(error['outcome'], 'failed')
        equal((error['data'] as { retCode: string }).retCode, 'SYSTEM_ERROR')
      })
    })

    test(`an unknown service and an unknown key are told apart, in ${format}`, async () => {
      const emulator = lib.emulator.createEmulator()
      const options = { ...emulator.client, format: answerFormat }
      await rejects(lib.main.createSaf(options).executeRequest('no_such', {}), (error) => {
        equal(error.code, 'ERR_SAF_UNKNOWN_SERVICE')
      })
      const stranger = lib.main.createSaf({ ...options, accessKeyId: 'stranger' })
      await rejects(stranger.executeRequest('no_such', {}), (error) => {
        equal(error.code, 'ERR_SAF_CREDENTIALS')
        equal(error['gatewayCode'], 'InvalidAccessKeyId.NotFound')
      })
    })
  }

  test('signs with every HMAC implementation', async () => {
    const emulator = lib.emulator.createEmulator()
    const saf = lib.main.createSaf({ ...emulator.client, hmac: lib.noble.nobleHmacSha1 })
    equal((await saf.verifyFace(input(lib, 'match'))).passed, true)
  })

  test('a JPEG without an outcome is answered PROCESSING', async () => {
    const emulator = lib.emulator.createEmulator()
    const plain = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9])
    const saf = lib.main.createSaf(emulator.client)
    const verdict = await saf.verifyFace({ ...input(lib, 'match'), authFaceContent: plain })
    deepEqual([verdict.decision, verdict.retCode], ['inconclusive', 'PROCESSING'])
  })

  test('a used nonce is refused, and what it means is said', async () => {
    const emulator = lib.emulator.createEmulator()
    const platform = { now: () => Date.now(), nonce: () => 'the-same' }
    const saf = lib.main.createSaf({ ...emulator.client, platform })
    await saf.verifyFace(input(lib, 'match'))
    await rejects(saf.verifyFace(input(lib, 'match')), (error) => {
      equal(error.code, 'ERR_SAF_NONCE_USED')
      equal(error['outcome'], 'unknown')
    })
  })

  test('a wrong clock is corrected by the Date header', async () => {
    const emulator = lib.emulator.createEmulator()
    const platform = { now: () => Date.now() - 3_600_000, nonce: lib.main.systemPlatform.nonce }
    const saf = lib.main.createSaf({ ...emulator.client, platform })
    equal((await saf.verifyFace(input(lib, 'match'))).passed, true)
  })

  test('its fetch works detached, and takes a Request', async () => {
    const { fetch } = lib.emulator.createEmulator()
    const answer = await fetch(new Request('http://127.0.0.1/'))
    equal(answer.status, 404)
    ok((await answer.text()).includes('InvalidAction.NotFound'), 'the bare request is answered')
  })
}

function input(lib: Library, face: (typeof VERDICTS)[number][0]) {
  const { idPhoto, [face]: authFaceContent } = lib.emulator.testFaces
  return { refFaceContent: idPhoto, authFaceContent, resourceCode: RESOURCE_CODE }
}
