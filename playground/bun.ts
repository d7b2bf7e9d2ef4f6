/**
 * The endpoint a page may call, on Bun, with the emulator behind it: `bun playground/bun.ts`.
 */
import { createEmulator } from '../dist/emulator/index.js'
import { createVerifyHandler, memoryStore } from '../dist/handler/index.js'
import { createSaf } from '../dist/index.js'
import { memoryLimiter } from '../dist/limiter/index.js'

const fetch = createVerifyHandler({
  // With an account: createSaf({ accessKeyId, accessKeySecret, limiter })
  saf: createSaf(createEmulator().client),
  // Put your own login here: the session's user, or null.
  authorize: (request) =>
    /^Bearer (demo-\w+)$/.exec(request.headers.get('authorization') ?? '')?.[1],
  allowedOrigins: ['http://localhost:8080'],
  limiter: memoryLimiter({ ratePerSecond: 1, share: 1 }),
  // For one process; several share `redisStore`.
  idempotency: memoryStore(),
})

export default { fetch, hostname: '127.0.0.1', port: Number(process.env['PORT'] ?? 8788) }
