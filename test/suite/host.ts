/**
 * Contract of what the library leaves alone on its host: it prints nothing, and it draws no nonce
 * from a generator that can be guessed.
 *
 * @module
 */
import { equal, ok } from './harness.ts'
import type { Library, Suite } from './harness.ts'
import { faceInput, gatewayError, json, stub, tinyJpeg } from './stub.ts'
import type { SentRequest } from './stub.ts'

const VOICES = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const

/** Answers of every kind, each of which ends a call or makes it try again. */
const ANSWERS: readonly ((request: SentRequest) => Response)[] = [
  () => json({ Code: 200, RequestId: 'R', Data: '{"passed":"true"}' }),
  () => json({ Code: 500, RequestId: 'R', Data: '{"retMessage":"canary"}' }),
  () => json({ Code: 402, RequestId: 'R' }),
  () => gatewayError('SignatureDoesNotMatch', { message: 'server string to sign is:POST&%2F&' }),
  () => gatewayError('InvalidTimeStamp.Expired', { headers: { date: new Date(0).toUTCString() } }),
  () => new Response('<html>', { status: 502 }),
  () => new Response('', { status: 302, headers: { location: 'https://example.com/' } }),
  () => {
    throw new TypeError('canary')
  },
]

/** Registers the tests of what the host sees. */
export const host: Suite = (test, lib) => {
  test('prints nothing, whatever photos, answers and failures it meets', async () => {
    const printed = await listen(async () => {
      for (const answer of ANSWERS) {
        const { saf, rpc } = stub(lib, answer)
        await saf.verifyFace(faceInput()).catch(String)
        await rpc.call('DescribeRegions').catch(String)
      }
      const wrong = { ...faceInput(), refFaceContent: tinyJpeg().subarray(0, 3) }
      const { saf } = stub(lib, () => json({}))
      await saf.verifyFace(wrong).catch(String)
      await lib.main.createSaf(lib.emulator.createEmulator().client).verifyFace(faces(lib))
    })
    equal(printed.join(), '')
  })

  test('draws nonces that do not hang on Math.random', async () => {
    const nonces = await freeze(async () => {
      const { nonce } = lib.main.systemPlatform
      const drawn = Array.from({ length: 50 }, () => nonce())
      const platform = lib.main.systemPlatform
      const { saf, sent } = stub(lib, () => json({ Code: 200, RequestId: 'R' }), { platform })
      for (let left = 50; left > 0; left--) await saf.executeRequest('a', {})
      return [...drawn, ...sent.map(({ form }) => form.get('SignatureNonce') ?? '')]
    })
    equal(nonces.length, 100)
    equal(new Set(nonces).size, 100)
    ok(
      nonces.every((text) => /^[0-9a-f]{32}$/.test(text)),
      '128 bits in hex',
    )
  })
}

function faces({ emulator: { testFaces } }: Library): ReturnType<typeof faceInput> {
  const [refFaceContent, authFaceContent] = [testFaces.idPhoto, testFaces.match]
  return { ...faceInput(), refFaceContent, authFaceContent }
}

/** Gives the names of the voices of the console that are heard while `act` runs. */
async function listen(act: () => Promise<void>): Promise<string[]> {
  const heard: string[] = []
  const before = VOICES.map((voice) => [voice, console[voice]] as const)
  for (const voice of VOICES) console[voice] = () => void heard.push(voice)
  try {
    await act()
    console.log('heard')
    equal(heard.pop(), 'log', 'the console that was listened to')
  } finally {
    for (const [voice, call] of before) console[voice] = call
  }
  return heard
}

/** Lets Math.random give the same number always while `act` runs. */
async function freeze<T>(act: () => Promise<T>): Promise<T> {
  const before = Math.random
  Math.random = () => 0.25
  try {
    return await act()
  } finally {
    Math.random = before
  }
}
