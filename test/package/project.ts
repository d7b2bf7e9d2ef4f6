/**
 * The project as files: what the tests of the package read.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What the tests use of package.json. */
export interface PackageJson {
  readonly name: string
  readonly version: string
  readonly exports: Record<string, string | { readonly types: string; readonly default: string }>
  readonly bin: Record<string, string>
  readonly engines: Record<string, string>
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
}

/** A public subpath and the files behind it, relative to the project. */
export interface Subpath {
  readonly name: string
  /** The source, such as `src/sign/index.ts`. */
  readonly source: string
  /** The module, such as `dist/sign/index.js`. */
  readonly module: string
  /** Its declarations, such as `dist/sign/index.d.ts`. */
  readonly types: string
  /** The self-contained bundle, such as `dist/url/sign.js`. */
  readonly bundle: string
}

/** Reads a text file of the project. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Reads a JSON file of the project. */
export function readJson<T>(path: string): T {
  return JSON.parse(readText(path)) as T // a committed file: the tests check what they use
}

/** Lists every file below a folder, relative to it, with forward slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** Lists the TypeScript sources, such as `src/sign/index.ts`. */
export function listSources(): string[] {
  return listFiles(join(ROOT, 'src'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`)
}

/** Lists the public subpaths of package.json, `./package.json` apart. */
export function listSubpaths(): Subpath[] {
  return Object.entries(readJson<PackageJson>('package.json').exports).flatMap(([name, target]) => {
    if (typeof target === 'string') return []
    const module = target.default.replace('./', '')
    return {
      name,
      module,
      source: module.replace('dist/', 'src/').replace(/\.js$/, '.ts'),
      types: target.types.replace('./', ''),
      bundle: `dist/url/${name === '.' ? 'mod' : name.replace('./', '')}.js`,
    }
  })
}

/** Runs a Node script in the project and fails with its output unless it succeeds. */
export function runNode(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stdout}${stderr}`)
  return stdout
}
