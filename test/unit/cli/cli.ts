/**
 * The command line as its users get it: built from the sources as they stand, in the layout of
 * `dist/`, and run as a process of its own.
 *
 * @module
 */
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testFaces } from '../../../src/emulator/index.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** The arguments of a verification that passes. */
export const MATCH = namePhotos('test:match')

/** The secrets that no output may ever hold. */
export const CANARY = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'CANARY-secret-5d41402abc4b2a76',
  ALIBABA_CLOUD_SECURITY_TOKEN: 'CANARY-token-b9719d911017c592',
} as const

/** What a run came to. */
export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A built command line in a folder of its own. */
export interface Cli {
  readonly folder: string
  /** Writes a file into the folder and returns its path. */
  readonly write: (name: string, content: string | Uint8Array) => string
  /** Starts it without waiting. */
  readonly start: (args: readonly string[], env?: Environment) => ChildProcessWithoutNullStreams
  /** Runs it to its end. */
  readonly run: (args: readonly string[], env?: Environment) => Promise<Run>
  /** Deletes the folder. */
  readonly remove: () => void
}

/** Environment variables; nothing else of the test's own reaches the process. */
export type Environment = Readonly<Record<string, string>>

/**
 * Builds the command line.
 *
 * @param packages - Whether the packages it may want are installed beside it.
 */
export async function buildCli(packages: 'installed' | 'missing'): Promise<Cli> {
  const folder = mkdtempSync(join(tmpdir(), 'saf-edge-cli-'))
  mkdirSync(join(folder, 'photos'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  if (packages === 'installed') {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  }
  await buildModules(join(folder, 'dist'))
  for (const [name, bytes] of Object.entries(testFaces)) {
    writeFileSync(join(folder, `photos/${name}.jpg`), bytes)
  }
  const start: Cli['start'] = (args, env = {}) =>
    spawn(process.execPath, [join(folder, 'dist/cli/main.js'), ...args], { cwd: folder, env })
  return {
    folder,
    start,
    write(name, content) {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    run: (args, env) => finish(start(args, env)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The arguments that name the photos and the country. */
export function namePhotos(auth: string, ref = 'test:idPhoto'): readonly string[] {
  return ['--ref', ref, '--auth', auth, '--resource-code', '00840000']
}

/** Waits for a process to end and returns what it printed. */
export async function finish(child: ChildProcessWithoutNullStreams): Promise<Run> {
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)]
  const [code] = (await once(child, 'close')) as [number | null] // why: the event's first argument
  return { code, stdout: stdout(), stderr: stderr() }
}

/**
 * Listens to what a process prints from now on.
 *
 * @returns A function that waits until it has printed what matches, and returns the match.
 */
export function watch(
  stream: NodeJS.ReadableStream,
): (pattern: RegExp) => Promise<RegExpExecArray> {
  const text = collect(stream)
  return async (pattern) => {
    const ended = once(stream, 'end').then(() => {
      throw new Error(`the process ended before it printed what was waited for:\n${text()}`)
    })
    ended.catch(() => {}) // it ends after the match too, and that is no failure
    for (;;) {
      const found = pattern.exec(text())
      if (found) return found
      await Promise.race([once(stream, 'data'), ended])
    }
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Uint8Array[] = []
  stream.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString()
}

/** One module per source, as tsc makes them, without waiting for tsc. */
async function buildModules(outdir: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/**/*.ts'],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    outdir,
    outbase: 'src',
    plugins: [
      {
        name: 'keep-modules',
        setup({ onResolve }) {
          onResolve({ filter: /^\./ }, ({ path }) => {
            return { path: path.replace(/\.ts$/, '.js'), external: true }
          })
        },
      },
    ],
  })
}
