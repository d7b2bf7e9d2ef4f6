/**
 * `saf-edge emulator` as its users start it: a process of its own, on a free port.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** A server that is ready. */
export interface EmulatorProcess {
  /** Such as `http://127.0.0.1:8787`. */
  readonly origin: string
  /** Stops it and waits until it has ended. */
  readonly close: () => Promise<void>
}

/**
 * Starts the emulator.
 *
 * @param flags - Flags beside the port.
 * @throws Error with what it printed when it ends before it is ready.
 */
export async function startEmulator(...flags: readonly string[]): Promise<EmulatorProcess> {
  const child = spawn(process.execPath, [MAIN, 'emulator', '--port', '0', ...flags], { env: {} })
  const ended = once(child, 'close')
  let printed = ''
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (text: string): void => {
      printed += text
      const found = /^Ready on (\S+)/m.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    child.once('error', reject)
    child.once('close', () =>
      reject(new Error(`the emulator ended before it was ready: ${printed}`)),
    )
  })
  return {
    origin,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
