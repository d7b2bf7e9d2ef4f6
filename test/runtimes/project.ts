/**
 * The project as the runtimes meet it: where it is, and the forms in which the library can be had.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** The project's folder, in which the orchestrator runs. */
export const ROOT: string = process.cwd()

/** The folder of the drivers. */
export const HERE: string = join(ROOT, 'test/runtimes')

/** The library as sources, as modules, as self-contained files, and as the installed tarball. */
export type Form = 'src' | 'dist' | 'url' | 'package'

/** What of a package.json the runtimes need. */
export interface PackageJson {
  readonly name: string
  readonly version: string
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>
  readonly dependencies?: Readonly<Record<string, string>>
}

/** Reads the package.json of a folder. */
export function readPackage(folder: string): PackageJson {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  return JSON.parse(text) as PackageJson // why: npm's format
}

/**
 * Writes a module with one namespace a subpath, as `library.ts` is by hand.
 *
 * @param form - The form of the library.
 * @param locate - Makes a specifier of a path in the project, or of a name such as `saf-edge/sign`.
 */
export function writeLibrary(form: Form, locate: (path: string) => string): string {
  const { exports, name } = readPackage(ROOT)
  const lines = Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string') return [] // ./package.json
    const key = subpath === '.' ? 'main' : subpath.slice('./'.length)
    const module = target.default.slice('./'.length)
    const path = {
      src: module.replace('dist/', 'src/').replace(/\.js$/, '.ts'),
      dist: module,
      url: `dist/url/${subpath === '.' ? 'mod' : key}.js`,
      package: name + subpath.slice('.'.length),
    }[form]
    return `export * as ${key} from ${JSON.stringify(locate(path))}\n`
  })
  return lines.join('')
}
