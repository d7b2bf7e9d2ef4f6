import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { listFiles, listSources, listSubpaths, readJson, readText, ROOT } from './project.ts'
import type { PackageJson } from './project.ts'

interface JsrJson {
  readonly name: string
  readonly version: string
  readonly exports: Record<string, string>
  readonly imports: Record<string, string>
}

const packageJson = readJson<PackageJson>('package.json')
const jsr = readJson<JsrJson>('jsr.json')

it('parity: jsr.json has the version and the subpaths of package.json', () => {
  expect(jsr.version).toBe(packageJson.version)
  const expected = listSubpaths().map(({ name, source }) => [name, `./${source}`])
  expect(jsr.exports).toEqual(Object.fromEntries(expected))
})

it('parity: jsr.json maps what its sources import to the version of package.json', () => {
  // The command line is not published there.
  const texts = listSources()
    .filter((file) => !file.startsWith('src/cli/'))
    .map(readText)
  const expected = Object.entries(packageJson.dependencies).flatMap(([name, version]) => {
    const isImported = texts.some((text) => new RegExp(`from '${name}['/]`).test(text))
    return isImported ? [[name, `npm:${name}@${version}`]] : []
  })
  expect(jsr.imports).toEqual(Object.fromEntries(expected))
})

it('parity: VERSION is the version of package.json', async () => {
  const { VERSION } = await import('../../src/version.ts')
  expect(VERSION).toBe(packageJson.version)
})

it('parity: the changelog has a section for the version', () => {
  expect(readText('CHANGELOG.md')).toContain(`\n## ${packageJson.version}`)
})

it('parity: each subpath has its source, module, declarations and bundle', () => {
  const files = listSubpaths().flatMap(({ source, module, types, bundle }) => {
    return [source, module, types, bundle]
  })
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})

it('parity: dist has what subpaths and command reach, as code or types, and nothing else', () => {
  const entries = listSubpaths().map(({ types }) => types.replace('dist/', ''))
  const code = entries.map((types) => types.replace('.d.ts', '.js'))
  const reached = listReached([...entries, ...code, 'cli/main.js'])
  const stems = new Set(reached.map(readStem))
  const isBundle = (file: string): boolean => file.startsWith('url/')
  const files = listFiles(join(ROOT, 'dist'))
  expect(reached.filter((file) => !files.includes(file))).toEqual([])
  expect(files.filter((file) => !isBundle(file) && !stems.has(readStem(file)))).toEqual([])
  const bundles = listSubpaths().map(({ bundle }) => bundle.replace('dist/', ''))
  expect(files.filter(isBundle)).toEqual([...bundles, 'url/LICENSES.txt'].sort())
  const sources = listSources().map((source) => readStem(source.replace('src/', '')))
  const known = [...sources, 'core', 'sign/core']
  expect([...stems].filter((stem) => !known.includes(stem))).toEqual([])
})

/** What files of dist import, directly or not: modules their modules, declarations theirs. */
function listReached(files: readonly string[]): string[] {
  const reached = new Set(files)
  for (const file of reached) {
    const text = readText(`dist/${file}`)
    for (const [, path = ''] of text.matchAll(/(?:from|import) ?\(?["'](\.[^"']+)\.js["']/g)) {
      reached.add(join(dirname(file), path) + (file.endsWith('.d.ts') ? '.d.ts' : '.js'))
    }
  }
  return [...reached]
}

/** `sign/core.js` → `sign/core` */
function readStem(file: string): string {
  return file.replace(/(\.d)?\.[jt]s$/, '')
}

it.each([
  ['saf-edge/sign', 'sign/index.js', ['sign/core.js']],
  ['saf-edge', 'index.js', ['core.js', 'errors.js', 'read-field.js', 'sign/core.js']],
])('parity: %s loads few files, and loads no module twice', (_, entry, expected) => {
  expect([...listLoaded(entry)].sort()).toEqual([...expected, entry].sort())
})

/** The modules of dist that a module loads, itself included; not those it may load later. */
function listLoaded(file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded
  loaded.add(file)
  const code = readText(`dist/${file}`)
  for (const [, specifier = ''] of code.matchAll(/^(?:import|export|\}) .*from ["'](\.[^"']+)/gm)) {
    listLoaded(join(dirname(file), specifier), loaded)
  }
  return loaded
}

it('parity: the subpaths carry types and default only, types first', () => {
  const conditions = Object.values(packageJson.exports)
    .filter((target) => typeof target !== 'string')
    .map((target) => Object.keys(target))
  expect(new Set(conditions.map(String))).toEqual(new Set(['types,default']))
})

it('parity: the command is an executable Node script', () => {
  const path = packageJson.bin['saf-edge'] ?? ''
  expect(readText(path)).toMatch(/^#!\/usr\/bin\/env node\n/)
  // Windows has no such bit.
  if (process.platform !== 'win32') expect(statSync(join(ROOT, path)).mode & 0o111).toBe(0o111)
})

it('parity: every dependency is pinned to one version', () => {
  const all = { ...packageJson.dependencies, ...packageJson.devDependencies }
  // An alias names its package before the version.
  const isPinned = (version: string): boolean => /^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version)
  expect(Object.values(all).filter((version) => !isPinned(version))).toEqual([])
})

it('parity: the lockfile belongs to package.json and names no registry', () => {
  const lock = readJson<{ version: string; packages: Record<string, PackageJson> }>(
    'package-lock.json',
  )
  expect(lock.version).toBe(packageJson.version)
  expect(lock.packages['']?.dependencies).toEqual(packageJson.dependencies)
  expect(lock.packages['']?.devDependencies).toEqual(packageJson.devDependencies)
  expect(readText('package-lock.json')).not.toContain('"resolved"')
})
