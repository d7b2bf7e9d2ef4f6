/** Installs the rivals beside this folder's package.json, unless they are there in its versions. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { HERE } from './runtimes.mjs'

/** Installs what the lockfile says. */
export function installPrivate() {
  const { devDependencies } = readJson('package.json')
  const isThere = Object.entries(devDependencies).every(([name, version]) => {
    try {
      return version.endsWith(readJson(`node_modules/${name}/package.json`).version)
    } catch {
      return false
    }
  })
  if (isThere) return
  const flags = ['ci', '--prefix', HERE, '--no-audit', '--no-fund', '--loglevel=error']
  const script = process.env.npm_execpath
  // On Windows npm is no program but a script.
  const [file, args] = script ? [process.execPath, [script, ...flags]] : ['npm', flags]
  const { status, error } = spawnSync(file, args, { stdio: 'inherit', timeout: 300_000 })
  if (status !== 0) throw new Error(`npm ci for the bench failed: ${error ?? status}`)
}

function readJson(path) {
  return JSON.parse(readFileSync(HERE + path, 'utf8'))
}
