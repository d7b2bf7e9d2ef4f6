/** The Worker that the rows bundle: one call a request, of a client that lives as long as it. */
import { durableObjectLimiter, SafLimiterObject } from '../../src/limiter/index.ts'
import { createClient, RATE, warmUp } from './client.mjs'

let isDown = false

/** The limiter's object, and switches to break it. */
export class Limiter extends SafLimiterObject {
  #state

  constructor(state) {
    super(state)
    this.#state = state
  }

  async fetch(request) {
    if (new URL(request.url).pathname === '/abort') this.#state.abort('on purpose')
    if (isDown) throw new Error('down on purpose')
    return super.fetch(request)
  }
}

const clients = {}

// oxlint-disable-next-line import/no-default-export -- why: Workers ask for it
export default {
  async fetch(request, { GATEWAY, LIMITER }) {
    const { pathname, searchParams } = new URL(request.url)
    // Open or closed.
    const mode = searchParams.get('mode') ?? 'closed'
    clients[mode] ??= createClient({
      gateway: GATEWAY,
      limiter: durableObjectLimiter(LIMITER, { ratePerSecond: RATE }),
      onLimiterError: mode,
    })
    const { call, failures, sentAt } = clients[mode]
    if (pathname === '/call') return Response.json(await call())
    if (pathname === '/state') return Response.json({ failures, sentAt })
    if (pathname === '/warm-up') await warmUp(GATEWAY)
    else if (pathname === '/down') isDown = true
    else if (pathname === '/up') isDown = false
    else if (pathname === '/abort') {
      const stub = LIMITER.get(LIMITER.idFromString(searchParams.get('id')))
      await stub.fetch('https://limiter/abort').catch(() => {})
    }
    return Response.json({})
  },
}
