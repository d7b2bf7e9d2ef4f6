/**
 * Which ambient types the declarations need: none for signing and errors, and no more than one
 * host's for the rest, however the importer resolves modules. `node10` is gone from TypeScript 7,
 * so the four ways are the two of Node, a CommonJS file of the second, and a bundler's.
 *
 * @module
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listSubpaths, ROOT, runNode } from './project.ts'
import type { Subpath } from './project.ts'

const folder = mkdtempSync(join(tmpdir(), 'saf-edge-types-'))

/** What compiles with the language alone. */
const BARE = ['./sign', './noble', './errors']

/** The hosts, with what they add to `lib: esnext`. */
const HOSTS: readonly (readonly [
  host: string,
  lib: readonly string[],
  types: readonly string[],
])[] = [
  ['a page', ['dom', 'dom.iterable'], []],
  ['a worker of a page', ['webworker'], []],
  ['Node', [], ['node']],
  ['Cloudflare Workers', [], ['@cloudflare/workers-types']],
]

const RESOLUTIONS: readonly (readonly [way: string, module: string, file: string])[] = [
  ['node16', 'node16', 'mts'],
  ['nodenext', 'nodenext', 'mts'],
  ['nodenext from CommonJS', 'nodenext', 'cts'],
  ['bundler', 'preserve', 'mts'],
]

const CASES = HOSTS.flatMap(([host, lib, types]) =>
  RESOLUTIONS.map(([way, module, file]) => ({ host, lib, types, way, module, file })),
)

let texts: Readonly<Record<string, string>> = {}

beforeAll(async () => {
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  symlinkSync(ROOT, join(modules, 'saf-edge'), 'junction')
  for (const scope of ['@types', '@cloudflare']) {
    symlinkSync(join(ROOT, 'node_modules', scope), join(modules, scope), 'junction')
  }
  const entries = listSubpaths().map(async (subpath) => [subpath.name, await use(subpath)] as const)
  texts = Object.fromEntries(await Promise.all(entries))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it.each(RESOLUTIONS)('types: signing and errors need no host at all, by %s', (_, module, file) => {
  compile({ names: BARE, lib: [], types: [], module, file })
})

it.each(CASES)('types: everything compiles for $host, by $way', (given) => {
  compile({ names: Object.keys(texts), ...given })
})

it('types: the rest needs a host, and the check sees that', () => {
  const given = { lib: [], types: [], module: 'nodenext', file: 'mts' }
  expect(() => compile({ names: ['.'], ...given })).toThrow(/error TS2\d+/)
})

/** Writes a file that imports a subpath, and on which each export that were `any` would fail. */
async function use({ name, module }: Subpath): Promise<string> {
  const url = pathToFileURL(join(ROOT, module)).href
  const names = Object.keys((await import(/* @vite-ignore */ url)) as object)
  const uses = names.map((each) => {
    return `// @ts-expect-error -- it is something\nexport const ${each}: undefined = lib.${each}\n`
  })
  const specifier = name.replace('.', 'saf-edge')
  return `import * as lib from '${specifier}'\n${uses.join('')}`
}

interface Project {
  readonly names: readonly string[]
  readonly lib: readonly string[]
  readonly types: readonly string[]
  readonly module: string
  readonly file: string
}

/** Compiles a project that uses subpaths, declarations included. */
function compile({ names, lib, types, module, file }: Project): void {
  const files = names.map((name) => {
    const path = `use-${name.replace(/\W/g, '') || 'main'}.${file}`
    writeFileSync(join(folder, path), texts[name] ?? '')
    return path
  })
  const compilerOptions = {
    target: 'esnext',
    lib: ['esnext', ...lib],
    types,
    module,
    moduleResolution: module === 'preserve' ? 'bundler' : module,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  runNode('node_modules/typescript/bin/tsc', '-p', folder)
}
