/**
 * A server on loopback for whoever reads only.
 *
 * @module
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is answered. */
export interface Page {
  readonly body: string | Uint8Array
  readonly type?: string
}

/** A server at work. */
export interface Site {
  readonly origin: string
  readonly stop: () => void
}

/** Serves what `find` has for a path, and 404 for the rest. */
export async function serve(find: (path: string) => Page | undefined): Promise<Site> {
  const server = createServer(({ url = '/' }, response) => {
    const page = tryTo(() => find(new URL(url, 'http://127.0.0.1').pathname))
    if (!page) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': page.type ?? 'text/plain' }).end(page.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // why: it listens on a port, not on a pipe
  const stop = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return { origin: `http://127.0.0.1:${port}`, stop }
}

/** A file that is not there is not found. */
function tryTo<T>(find: () => T): T | undefined {
  try {
    return find()
  } catch {
    return undefined
  }
}
