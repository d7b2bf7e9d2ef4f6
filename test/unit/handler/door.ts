/**
 * A front door with the emulator behind it, and what a page sends to it.
 *
 * @module
 */
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import type { Emulator, EmulatorOptions } from '../../../src/emulator/index.ts'
import { createVerifyHandler, memoryStore } from '../../../src/handler/index.ts'
import type {
  HandlerEvent,
  VerifyHandler,
  VerifyHandlerOptions,
} from '../../../src/handler/index.ts'
import { createSaf } from '../../../src/index.ts'

/** The page that may call. */
export const PAGE = 'https://shop.example'

/** A door under test. */
export interface Door {
  readonly handler: VerifyHandler
  readonly emulator: Emulator
  readonly events: HandlerEvent[]
  /** How often the paid operation ran. */
  readonly paid: () => number
}

/** Opens a door that lets everybody in by the name in `authorization`. */
export function openDoor(
  options: Partial<VerifyHandlerOptions> = {},
  emulatorOptions: EmulatorOptions = {},
): Door {
  let paid = 0
  const emulator = createEmulator({
    ...emulatorOptions,
    onRequest: ({ executed }) => void (paid += Number(executed)),
  })
  const events: HandlerEvent[] = []
  const handler = createVerifyHandler({
    saf: createSaf({ ...emulator.client, retry: false }),
    authorize: (request) => request.headers.get('authorization'),
    allowedOrigins: [PAGE],
    idempotency: memoryStore(),
    onEvent: (event) => void events.push(event),
    ...options,
  })
  return { handler, emulator, events, paid: () => paid }
}

/** What a request has that differs from an honest one; undefined leaves a header or field out. */
export interface Changes {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  readonly fields?: Readonly<Record<string, Uint8Array | string | undefined>> | undefined
  readonly body?: BodyInit
}

/** Writes an honest request, with changes. */
export function writeRequest({ method = 'POST', headers, fields, body }: Changes = {}): Request {
  const all = {
    origin: PAGE,
    authorization: 'alice',
    'idempotency-key': crypto.randomUUID(),
    ...headers,
  }
  const given = Object.entries(all).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  const sent = method === 'POST' ? (body ?? writeForm(fields)) : null
  const init = { method, headers: given, body: sent, duplex: 'half' }
  return new Request('https://api.example/verify', init)
}

/** The fields of an honest request. */
export const FIELDS = {
  refFaceContent: testFaces.idPhoto,
  authFaceContent: testFaces.match,
  resourceCode: '00840000',
} as const

/** Writes the form a page sends. */
export function writeForm(fields: Changes['fields'] = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...FIELDS, ...fields })) {
    if (value instanceof Uint8Array) form.append(name, new Blob([new Uint8Array(value)]), 'me.jpg')
    else if (value !== undefined) form.append(name, value)
  }
  return form
}

/** An answer as a page reads it. */
export interface Read {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

/** Sends a request and reads the answer. */
export async function send({ handler }: Pick<Door, 'handler'>, changes?: Changes): Promise<Read> {
  return read(await handler(writeRequest(changes)))
}

/** Reads an answer. */
export async function read(response: Response): Promise<Read> {
  const text = await response.text()
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  return { status: response.status, headers: response.headers, body }
}

/** A body of 1 GB, and how much of it was taken. */
export function hugeBody(chunk: Uint8Array): {
  readonly body: ReadableStream<Uint8Array>
  readonly taken: () => { bytes: number; isCancelled: boolean }
} {
  let [bytes, isCancelled] = [0, false]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(chunk)
      bytes += chunk.length
      // Whoever reads all of it fails, and the machine lives.
      if (bytes >= 2 ** 30) controller.close()
    },
    cancel() {
      isCancelled = true
    },
  })
  return { body, taken: () => ({ bytes, isCancelled }) }
}
