/**
 * The emulators that the suite over sockets calls: the command line as it is shipped.
 *
 * @module
 */
import { join } from 'node:path'
import process from 'node:process'
import type { Endpoints } from '../suite/sockets.ts'
import { startServer } from './child.ts'
import { ROOT } from './project.ts'

/** Running emulators. */
export interface Emulators {
  readonly endpoints: Endpoints
  readonly stop: () => void
}

/** Starts them, each on a free port, and waits until all are ready. */
export async function startEmulators(): Promise<Emulators> {
  const start = (...faults: readonly string[]): ReturnType<typeof startServer> => {
    const args = [join(ROOT, 'dist/cli/main.js'), 'emulator', '--port', '0', ...faults]
    return startServer({ file: process.execPath, args }, /^Ready on (\S+)/m)
  }
  const servers = await Promise.all([
    start(),
    start('--faults', 'no-answer'),
    start('--faults', 'stalled-body'),
  ])
  const [works, silent, stalled] = servers
  return {
    endpoints: { endpoint: works.origin, silent: silent.origin, stalled: stalled.origin },
    stop: () => servers.forEach((server) => server.stop()),
  }
}
