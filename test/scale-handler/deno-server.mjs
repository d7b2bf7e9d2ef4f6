/** What `playground/bun.ts` is for Bun: the handler as `Deno.serve` calls it. */
const [root] = Deno.args
const { createEmulator } = await import(`${root}/dist/emulator/index.js`)
const { createVerifyHandler, memoryStore } = await import(`${root}/dist/handler/index.js`)
const { createSaf } = await import(`${root}/dist/index.js`)

const handler = createVerifyHandler({
  saf: createSaf(createEmulator().client),
  authorize: ({ headers }) => /^Bearer (demo-\w+)$/.exec(headers.get('authorization') ?? '')?.[1],
  allowedOrigins: ['http://localhost:8080'],
  idempotency: memoryStore(),
})

const onListen = ({ port }) => console.log(port)
Deno.serve({ hostname: '127.0.0.1', port: 0, onListen }, handler)
