/**
 * A stand-in for the network: answers what it is told and remembers what it was sent.
 *
 * @module
 */
import type { Library } from './harness.ts'

/** What `fetch` was called with. */
export interface SentRequest {
  readonly url: string
  readonly init: RequestInit
  /** The decoded form. */
  readonly form: URLSearchParams
}

type SafOptions = Parameters<Library['main']['createSaf']>[0]

/** A client on a stand-in, and what it sent. */
export interface Stubbed {
  readonly saf: ReturnType<Library['main']['createSaf']>
  readonly rpc: ReturnType<Library['main']['createRpcClient']>
  readonly sent: SentRequest[]
}

/** The canary values that no error may ever show. */
export const SECRETS = {
  accessKeyId: 'LTAIcanaryKeyIdentifier',
  accessKeySecret: 'canarySecretNeverShown',
  securityToken: 'canaryTokenNeverShown',
} as const

/** The moment at which stubbed clients sign. */
export const AT_EPOCH_MS: number = Date.UTC(2026, 10, 24, 6, 0, 0, 789)

/** The smallest photo that counts as a JPEG, with a marker in its middle. */
export function tinyJpeg(...middle: number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...middle, 0xff, 0xd9])
}

/** An input that passes every check. */
export function faceInput(): {
  readonly refFaceContent: Uint8Array
  readonly authFaceContent: Uint8Array
  readonly resourceCode: string
} {
  return {
    refFaceContent: tinyJpeg(1, 2, 3),
    authFaceContent: tinyJpeg(4, 5, 6),
    resourceCode: '00840000',
  }
}

/**
 * Makes clients whose requests are answered by `answer`, in turn when it is a list; the last answer
 * repeats.
 */
export function stub(
  lib: Library,
  answer: (request: SentRequest, index: number) => Response | Promise<Response>,
  options: SafOptions = {},
): Stubbed {
  const sent: SentRequest[] = []
  const fetch = async (
    input: string | URL | Request,
    init: RequestInit = {},
  ): Promise<Response> => {
    const body = init.body as Uint8Array // why: the contract of the transport
    const request = {
      url: input as string, // why: likewise
      init,
      form: new URLSearchParams(new TextDecoder().decode(body)),
    }
    sent.push(request)
    return answer(request, sent.length - 1)
  }
  const platform = lib.main.fixedPlatform({ atEpochMs: AT_EPOCH_MS })
  const all = { ...SECRETS, platform, fetch, ...options }
  const endpoint = 'https://ecs.cn-hangzhou.aliyuncs.com'
  return {
    saf: lib.main.createSaf(all),
    rpc: lib.main.createRpcClient({ ...all, endpoint, version: '2014-05-26' }),
    sent,
  }
}

/** An answer of the service, as JSON. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  const headers = { 'content-type': 'application/json;charset=utf-8', ...init.headers }
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { ...init, headers })
}

/** An error envelope of the gateway. */
export function gatewayError(
  code: string,
  { status = 400, message = 'text', headers = {} as Record<string, string> } = {},
): Response {
  const body = {
    RequestId: '0CE4BBEF-F149-490C-97CE-CBBD66E25D6C',
    HostId: 'saf.ap-southeast-1.aliyuncs.com',
    Code: code,
    Message: message,
    Recommend: 'https://api.aliyun.com/troubleshoot?q=x',
  }
  return json(body, { status, headers })
}
