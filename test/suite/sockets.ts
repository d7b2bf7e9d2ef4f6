/**
 * The client over the host's own sockets, against `saf-edge emulator`: what the in-process suites
 * cannot see. A driver that has an emulator running adds this suite to the others.
 *
 * @module
 */
import { deepEqual, equal, ok, rejects } from './harness.ts'
import type { Library, Suite } from './harness.ts'

/** Origins of running emulators. */
export interface Endpoints {
  /** One that works. */
  readonly endpoint: string
  /** One that takes every request and never answers (`--faults no-answer`). */
  readonly silent: string
  /** One that sends half of every answer (`--faults stalled-body`). */
  readonly stalled: string
}

type SafOptions = NonNullable<Parameters<Library['main']['createSaf']>[0]>
type Fetch = NonNullable<SafOptions['fetch']>

/** Each test face held against the ID photo, and what it must come to. */
const VERDICTS = [
  ['idPhoto', 'pass', 'OK_SUCCESS'],
  ['match', 'pass', 'OK_SUCCESS'],
  ['mismatch', 'mismatch', 'OK_SUCCESS'],
  ['spoof', 'attack', 'OK_SUCCESS'],
  ['unreadable', 'inconclusive', 'PROCESSING'],
  ['noReference', 'inconclusive', 'UNABLE_GET_IMAGE'],
] as const

/** Deadline of the calls that must meet it: long for a request on loopback, short for a reader. */
const SHORT_MS = 1500

/** Makes the suite for these emulators. */
export function sockets({ endpoint, silent, stalled }: Endpoints): Suite {
  return (test, lib) => {
    const client = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }
    const create = (options: SafOptions = {}): ReturnType<Library['main']['createSaf']> =>
      lib.main.createSaf({ ...client, endpoint, allowCustomEndpoint: true, ...options })

    for (const [format, answerFormat] of [
      ['JSON', undefined],
      ['XML', lib.xml.xmlFormat],
    ] as const) {
      for (const [face, decision, retCode] of VERDICTS) {
        test(`the face ${face} is ${decision}, in ${format}`, async () => {
          const verdict = await create({ format: answerFormat }).verifyFace(input(lib, face))
          deepEqual([verdict.decision, verdict.retCode], [decision, retCode])
          equal(verdict.passed, decision === 'pass')
        })
      }

      test(`a wrong secret is named as one, in ${format}`, async () => {
        const saf = create({ accessKeySecret: 'other', format: answerFormat })
        await rejects(saf.verifyFace(input(lib, 'match')), (error) => {
          equal(error.code, 'ERR_SAF_SIGNATURE')
          equal((error['explanation'] as { mistake: string }).mistake, 'wrong-secret')
          equal(error['outcome'], 'not-executed')
        })
      })
    }

    test('one client makes several calls at a time, each with its own answer', async () => {
      const saf = create()
      const faces = VERDICTS.map(([face]) => face)
      const verdicts = await Promise.all(faces.map((face) => saf.verifyFace(input(lib, face))))
      deepEqual(
        verdicts.map(({ decision }) => decision),
        VERDICTS.map(([, decision]) => decision),
      )
      equal(new Set(verdicts.map(({ requestId }) => requestId)).size, faces.length)
    })

    test('photos in the URL of a GET are answered 414 in HTML: not-executed', async () => {
      const get: Fetch = (url, { body, signal = null } = {}) => {
        const form = new TextDecoder().decode(body as Uint8Array) // why: the transport's contract
        return fetch(`${String(url)}?${form}`, { signal })
      }
      const long = new Uint8Array(16_384) // phones append bytes to a JPEG
      long.set(lib.emulator.testFaces.match)
      const photos = { ...input(lib, 'match'), authFaceContent: long }
      await rejects(create({ fetch: get }).verifyFace(photos), (error) => {
        equal(error.code, 'ERR_SAF_BAD_RESPONSE')
        equal(error['status'], 414)
        equal(error['outcome'], 'not-executed')
      })
    })

    test('the deadline ends a request that nobody answers: unknown', async () => {
      const saf = create({ endpoint: silent, timeoutMs: SHORT_MS })
      await rejects(saf.verifyFace(input(lib, 'match')), checkTimeout)
    })

    test('the deadline ends an answer that stops in the middle: unknown', async () => {
      const saf = create({ endpoint: stalled, timeoutMs: SHORT_MS })
      await rejects(saf.verifyFace(input(lib, 'match')), checkTimeout)
    })

    test('an abort while nobody answers passes through', async () => {
      const controller = new AbortController()
      const reason = new Error('mine')
      const sendAndAbort: Fetch = (url, init) => {
        // Not at once: workerd reports an abort in the turn of the fetch as an error of its own.
        setTimeout(() => controller.abort(reason), 20)
        return fetch(url, init)
      }
      const saf = create({ endpoint: silent, fetch: sendAndAbort })
      const call = saf.verifyFace(input(lib, 'match'), { signal: controller.signal })
      await rejects(call, (error) => equal(error, reason))
    })

    test('an abort inside the answer passes through', async () => {
      const controller = new AbortController()
      const reason = new Error('mine')
      const abortAtHeaders: Fetch = async (url, init) => {
        const answer = await fetch(url, init)
        ok(answer.ok, 'the headers came')
        setTimeout(() => controller.abort(reason), 1)
        return answer
      }
      const saf = create({ endpoint: stalled, fetch: abortAtHeaders })
      const call = saf.verifyFace(input(lib, 'match'), { signal: controller.signal })
      await rejects(call, (error) => equal(error, reason))
    })
  }
}

function checkTimeout(error: { readonly code?: string; readonly [field: string]: unknown }): void {
  equal(error.code, 'ERR_SAF_TIMEOUT')
  equal(error['outcome'], 'unknown')
  equal(error['attempts'], 1)
}

function input(
  lib: Library,
  face: (typeof VERDICTS)[number][0],
): Parameters<ReturnType<Library['main']['createSaf']>['verifyFace']>[0] {
  const { idPhoto, [face]: authFaceContent } = lib.emulator.testFaces
  return { refFaceContent: idPhoto, authFaceContent, resourceCode: '00840000' }
}
