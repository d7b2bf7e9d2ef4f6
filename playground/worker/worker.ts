/**
 * A front door on Cloudflare Workers: for pages `fetch`, for batches a queue. See README.md.
 */
import { createSaf } from 'saf-edge'
import { createVerifyHandler, durableObjectStore, SafIdempotencyObject } from 'saf-edge/handler'
import type { HandlerEvent } from 'saf-edge/handler'
import { durableObjectLimiter, SafLimiterObject } from 'saf-edge/limiter'
import { readSession } from './session.ts'

export { SafIdempotencyObject, SafLimiterObject }

/** What wrangler.jsonc and the secrets bind. */
export interface Env {
  readonly SAF_ACCESS_KEY_ID: string
  readonly SAF_ACCESS_KEY_SECRET: string
  /** Only for the emulator. */
  readonly SAF_ENDPOINT?: string
  readonly SAF_RATE_PER_SECOND: string
  readonly SESSION_SECRET: string
  readonly IDEMPOTENCY_SECRET: string
  readonly ALLOWED_ORIGINS: string
  readonly LIMITER: DurableObjectNamespace
  readonly RECORDS: DurableObjectNamespace
  readonly PHOTOS: R2Bucket
}

/** A message: names of photos in R2, and an id: what comes twice is verified once. */
export interface Pair {
  readonly id: string
  readonly ref: string
  readonly auth: string
  readonly resourceCode: string
}

const idempotency = (env: Env) => ({
  store: durableObjectStore(env.RECORDS),
  secret: env.IDEMPOTENCY_SECRET,
})
const saf = (env: Env) =>
  createSaf({
    accessKeyId: env.SAF_ACCESS_KEY_ID,
    accessKeySecret: env.SAF_ACCESS_KEY_SECRET,
    limiter: durableObjectLimiter(env.LIMITER, { ratePerSecond: Number(env.SAF_RATE_PER_SECOND) }),
    ...(env.SAF_ENDPOINT && { endpoint: env.SAF_ENDPOINT, allowCustomEndpoint: true }),
  })

/** Errors come by themselves: JSON shows nothing of most. */
const onEvent = (event: HandlerEvent) =>
  console.log(JSON.stringify(event), event.type === 'failed' ? event.error : '')

/** For pages: whoever has a session may verify once in two seconds. */
const handlePage = createVerifyHandler<Env>({
  saf,
  idempotency,
  authorize: ({ headers }, env) => readSession(headers.get('authorization'), env.SESSION_SECRET),
  allowedOrigins: (env) => env.ALLOWED_ORIGINS.split(' '),
  limiter: (env) => durableObjectLimiter(env.LIMITER, { ratePerSecond: 0.5, share: 1 }),
  resourceCodes: ['00840000'],
  onEvent,
})

/** For the queue: the same door from inside, so that the same records answer what comes twice. */
const QUEUE = 'https://queue.invalid'
const handlePair = createVerifyHandler<Env>({
  saf,
  idempotency,
  authorize: () => 'the queue', // No session has a space in its name.
  allowedOrigins: [QUEUE],
  reveal: ['score'],
  onEvent,
})

async function verifyPair({ id, ref, auth, resourceCode }: Pair, env: Env): Promise<Response> {
  if (typeof id !== 'string' || id === '') throw new TypeError('a message needs an "id"')
  const body = new FormData()
  for (const [field, key] of Object.entries({ refFaceContent: ref, authFaceContent: auth })) {
    const photo = await env.PHOTOS.get(key)
    body.set(field, new Blob(photo ? [await photo.arrayBuffer()] : []))
  }
  body.set('resourceCode', resourceCode)
  const headers = { origin: QUEUE, 'idempotency-key': id }
  return handlePair(new Request(QUEUE, { method: 'POST', headers, body }), env)
}

/** Verifies a pair and writes what came of it; false when nothing was decided that stays so. */
async function settlePair(pair: Pair, env: Env): Promise<boolean> {
  const answer = await verifyPair(pair, env)
  const text = await answer.text()
  if ([409, 429, 500, 503].includes(answer.status)) return false
  // This id has a verdict of other photos, which stays.
  if (JSON.parse(text).code === 'idempotency-key-reused') return false
  await env.PHOTOS.put(`verdicts/${pair.id}.json`, text)
  return true
}

export default {
  fetch: handlePage,
  // A message that is not told to come again is done when this ends; if it threw, all would come.
  async queue({ messages }, env) {
    for (const message of messages) {
      const isSettled = await settlePair(message.body, env).catch(console.log)
      if (!isSettled) message.retry({ delaySeconds: 30 })
    }
  },
} satisfies ExportedHandler<Env, Pair>
