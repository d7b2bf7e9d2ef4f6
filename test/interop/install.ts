/**
 * A Vitest global setup: installs the vendor's SDKs beside these tests, unless they are there.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

/** Installs what the lockfile says. */
export function setup(): void {
  if (isInstalled()) return
  const flags = ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund', '--loglevel=error']
  // On Windows npm is no program but a script.
  const script = process.env['npm_execpath']
  const [file, args] =
    script === undefined ? ['npm', flags] : [process.execPath, [script, ...flags]]
  const { status, error } = spawnSync(file, args, { stdio: 'inherit', timeout: 300_000 })
  if (status !== 0) throw new Error(`npm ci for the vendor SDKs failed: ${error ?? status}`)
}

/** Tells whether each SDK is there in the version that package.json pins. */
function isInstalled(): boolean {
  const { devDependencies } = JSON.parse(readFileSync(`${FOLDER}package.json`, 'utf8')) as {
    devDependencies: Record<string, string> // why: our own file
  }
  const require = createRequire(import.meta.url)
  return Object.entries(devDependencies).every(([name, version]) => {
    try {
      // why: npm's format
      return (require(`${name}/package.json`) as { version: string }).version === version
    } catch {
      return false
    }
  })
}
