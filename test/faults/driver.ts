/**
 * What every driver does inside its runtime: makes the calls of the rows, several at a time, and
 * writes down what came of each.
 *
 * @module
 */
import type { Library } from '../suite/harness.ts'

type Options = Parameters<Library['main']['createRpcClient']>[0]
type Fetch = NonNullable<Options['fetch']>
type Client = ReturnType<Library['main']['createRpcClient']>

/** One call to make. */
export interface CallOrder {
  readonly port: number
  readonly timeoutMs: number
  /** An earlier call leaves its connection for this one: in a moment, or after a while. */
  readonly warmUp?: 'short' | 'idle'
  /** The request is too large for one read. */
  readonly isLarge: boolean
  readonly isReplayed: boolean
}

/** What a driver was asked to do. */
export interface Order {
  /** Requests are sent by Deno's recipe for one delivery. */
  readonly isRecipe: boolean
  readonly calls: readonly CallOrder[]
}

/** What came of one call. */
export interface Seen {
  /** `ok`, or the error's class, code and outcome. */
  readonly result: string
  readonly attempts?: number
  /** The answer's RequestId: the nonce that it answers. */
  readonly requestId?: string
  /** Nonces that the client drew for the call. */
  readonly nonces: readonly string[]
  readonly elapsedMs: number
  /** How late a plain timer of the same length was in the same runtime; below 0 before its time. */
  readonly lateMs: number
  /** What the next call of the same client came to: `ok` with its own answer. */
  readonly next: string
}

const AT_A_TIME = 10

const LARGE = 'x'.repeat(200_000)

/** Makes every call of an order; the report is one line of JSON. */
export async function drive({ isRecipe, calls }: Order, lib: Library): Promise<string> {
  const fetch = isRecipe ? makeRecipe() : undefined
  await runWarm(lib)
  const seen: Seen[] = []
  // Last those that only work when nothing else keeps the runtime busy.
  for (const isIdle of [false, true]) {
    const all = [...calls.entries()].filter(([, { warmUp }]) => (warmUp === 'idle') === isIdle)
    const queue = all.values()
    const work = async (): Promise<void> => {
      for (const [at, call] of queue) seen[at] = await makeCall(call, lib, fetch)
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, work))
  }
  return JSON.stringify({ seen })
}

async function makeCall(call: CallOrder, lib: Library, fetch: Fetch | undefined): Promise<Seen> {
  const nonces: string[] = []
  const { systemPlatform } = lib.main
  const nonce = (): string => {
    const drawn = systemPlatform.nonce()
    nonces.push(drawn)
    return drawn
  }
  const client = lib.main.createRpcClient({
    endpoint: `http://127.0.0.1:${call.port}`,
    allowCustomEndpoint: true,
    version: '2019-05-21',
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    platform: { ...systemPlatform, nonce },
    ...(fetch && { fetch }),
    retry: call.isReplayed ? { ambiguous: 'replay', attemptTimeoutMs: call.timeoutMs / 3 } : {},
  })
  if (call.warmUp) {
    const warm = await attempt(client, 'Warm')
    if (warm.result !== 'ok') throw new Error(`the first call failed: ${warm.result}`)
    await wait(call.warmUp === 'idle' ? 12 : 1)
  }
  const drawnBefore = nonces.length
  const startedMs = performance.now()
  const measureLate = (): number => performance.now() - startedMs - call.timeoutMs
  let lateMs: number | undefined
  const timer = setTimeout(() => (lateMs = measureLate()), call.timeoutMs)
  const padding = call.isLarge ? { Padding: LARGE } : {}
  const came = await attempt(client, 'Call', { padding, timeoutMs: call.timeoutMs })
  const elapsedMs = performance.now() - startedMs
  clearTimeout(timer)
  // A timer that is due and has not come is still later.
  lateMs ??= measureLate()
  const drawn = nonces.slice(drawnBefore)
  const next = await attempt(client, 'Next', { timeoutMs: 2000 })
  const isOwn = next.requestId === nonces.at(-1)
  const nextResult = next.result === 'ok' && !isOwn ? 'the answer of another call' : next.result
  return { ...came, nonces: drawn, elapsedMs, lateMs, next: nextResult }
}

/** Has the engine compile what the first calls would wait for. */
async function runWarm({ main }: Library): Promise<void> {
  const client = main.createRpcClient({
    endpoint: 'http://127.0.0.1',
    allowCustomEndpoint: true,
    version: '2019-05-21',
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    fetch: async () => Response.json({ RequestId: 'warm' }),
  })
  for (let left = 3; left > 0; left--) await client.call('Warm', { Padding: LARGE })
}

/** Waits in steps, each of which lets the host look after its connections. */
async function wait(steps: number): Promise<void> {
  for (let left = steps; left > 0; left--) await new Promise((resolve) => setTimeout(resolve, 50))
}

interface Came {
  readonly result: string
  readonly attempts?: number
  readonly requestId?: string
}

async function attempt(
  client: Client,
  action: string,
  { padding = {}, timeoutMs = 10_000 }: { padding?: object; timeoutMs?: number } = {},
): Promise<Came> {
  try {
    const { RequestId } = await client.call(action, { ...padding }, { timeoutMs })
    return { result: 'ok', requestId: String(RequestId) }
  } catch (error) {
    // why: whatever it is, these fields are only compared
    const { name, code, outcome, attempts } = error as Record<string, string & number>
    return { result: `${name} ${code} ${outcome}`, attempts: Number(attempts) }
  }
}

/** The recipe of `playground/deno.ts`: no connection is kept, so none is found dead. */
function makeRecipe(): Fetch {
  interface DenoHost {
    createHttpClient: (options: { poolMaxIdlePerHost: number }) => unknown
  }
  const { Deno } = globalThis as unknown as { Deno: DenoHost } // why: asked for on Deno only
  const client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 })
  // why: only Deno's own types know the member
  return (url, init) => fetch(url, { ...init, client } as RequestInit)
}
