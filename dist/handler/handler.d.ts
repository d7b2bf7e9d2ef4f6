import type { VerifyHandlerOptions } from './options.js';
/** What is used of a Worker's context: work that goes on when the page has left. */
export interface HandlerContext {
    /** Keeps the Worker alive until this has ended. */
    waitUntil(work: Promise<unknown>): void;
}
/**
 * Answers a request, as a Worker's `fetch`, `Deno.serve`, `Bun.serve` and Hono's `mount` call it.
 * Never rejects.
 */
export type VerifyHandler<Env = unknown> = (request: Request, env?: Env, ctx?: HandlerContext) => Promise<Response>;
/**
 * Creates the endpoint that a page may call to verify a face: every check comes before the paid
 * call, and the same Idempotency-Key never pays twice.
 *
 * A page sends `POST` with `Idempotency-Key` (a random UUID for each verification, the same when it
 * asks again) and a form of two files and a text, or JSON with base64: `refFaceContent`,
 * `authFaceContent`, `resourceCode`. It gets `{ passed, decision, requestId }`, or a problem
 * (RFC 9457) whose `code` is stable and whose `outcome` says whether the paid call ran. It has no
 * `outcome` when that is not decided: then the page asks again with the same Idempotency-Key.
 *
 * Checked in this order, the first that fails answers: method (405), content type (415), origin
 * (403), declared length (413), `authorize` (403, or your answer; 503 when it fails), `limiter`
 * (429), the body as it arrives (413, 408, 400), its fields and photos (400, 422), Idempotency-Key
 * (400; 422 when used for something else, 409 while it runs). Then the call: a verdict is 200;
 * else `outcome` is `not-executed` (503), and the key is free again; or `failed` (502) or `unknown`
 * (504), which are kept and answered again. Nothing of a photo is kept but an HMAC.
 *
 * @param options - See {@link VerifyHandlerOptions}.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { createEmulator, testFaces } from 'saf-edge/emulator'
 * import { createVerifyHandler, memoryStore } from 'saf-edge/handler'
 *
 * const handler = createVerifyHandler({
 *   saf: createSaf(createEmulator().client),
 *   authorize: (request) => request.headers.get('authorization')?.replace('Bearer ', ''),
 *   allowedOrigins: ['https://shop.example'],
 *   idempotency: memoryStore(),
 * })
 *
 * const body = new FormData() // what the page sends
 * body.set('refFaceContent', new Blob([testFaces.idPhoto]))
 * body.set('authFaceContent', new Blob([testFaces.match]))
 * body.set('resourceCode', '00840000')
 * const headers = {
 *   origin: 'https://shop.example',
 *   authorization: 'Bearer somebody',
 *   'idempotency-key': crypto.randomUUID(),
 * }
 * const request = new Request('https://api.example/', { method: 'POST', headers, body })
 * const response = await handler(request)
 * console.log(response.status, (await response.json()).decision) // 200 pass
 * ```
 */
export declare function createVerifyHandler<Env = unknown>(options: VerifyHandlerOptions<Env>): VerifyHandler<Env>;
