/**
 * What every part needs: the command line built from the sources, and a folder to work in.
 */
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = join(HERE, '../..')

/** No run takes a fifth of it. */
const MAX_RUN_MS = 300_000

/** The emulator's own key. */
const ENVIRONMENT = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret',
}

/** Builds the command line and the emulator. */
export async function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'saf-edge-batch-'))
  // Beside node_modules, where their packages are found.
  const cache = join(ROOT, 'node_modules/.cache/saf-edge-batch')
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      cli: 'src/cli/main.ts',
      emulator: 'src/emulator/index.ts',
      parts: 'test/batch/parts.ts',
    },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outdir: cache,
    outExtension: { '.js': '.mjs' },
  })
  const emulator = await import(pathToFileURL(join(cache, 'emulator.mjs')).href)
  return {
    folder,
    emulator,
    /** Starts the command. */
    start: (args) => startNode([join(cache, 'cli.mjs'), 'verify-batch', ...args], folder),
    /** Starts what measures a long batch. */
    startLength: () => {
      const child = join(HERE, 'length-child.mjs')
      return startNode(['--expose-gc', child, join(cache, 'parts.mjs')], folder)
    },
  }
}

/** A process that hangs is ended, which its part then tells from its end by SIGKILL. */
function startNode(args, cwd) {
  const stdio = ['ignore', 'pipe', 'pipe']
  const limit = { timeout: MAX_RUN_MS, killSignal: 'SIGHUP' }
  return spawn(process.execPath, args, { cwd, env: ENVIRONMENT, stdio, ...limit })
}

/** Waits for a process to end. */
export async function finish(child) {
  const texts = ['', '']
  for (const [at, stream] of [child.stdout, child.stderr].entries()) {
    stream.setEncoding('utf8').on('data', (text) => (texts[at] += text))
  }
  const [code, signal] = await once(child, 'close')
  return { code, signal, stdout: texts[0], stderr: texts[1] }
}

/** Reads a file of one JSON object a line. */
export function readLines(path) {
  const text = readFileSync(path, 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** Draws numbers in [0, 1): mulberry32. */
export function createRandom(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), 1 | state)
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32
  }
}
