import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { suites } from '../suite/index.ts'
import { collect } from '../suite/run.ts'
import * as lib from './library.ts'
import { runtimes } from './matrix.ts'
import { exceptions, platforms } from './support.ts'
import { readPackage, ROOT } from './project.ts'
import { insertSupport, writeSupport } from './write-support.ts'

const names = runtimes.map(({ name }) => name)

it('matrix: every runtime stands for one platform of the support table, and the other way round', () => {
  expect(platforms.flatMap((platform) => platform.runtimes).sort()).toEqual([...names].sort())
})

it('matrix: the exceptions are of runtimes that there are', () => {
  const strange = exceptions.filter(({ runtime }) => !names.includes(runtime))
  expect(strange).toEqual([])
})

it('matrix: every runtime runs the sources or by URL, and what runs in npm test runs in test:all', () => {
  for (const { name, forms } of runtimes) {
    expect(forms.all, name).toEqual(expect.arrayContaining([...forms.base]))
    expect(forms.all.includes('src') || name === 'deno-url', name).toBe(true)
  }
})

it('matrix: npm test runs the installed tarball on Node, Deno, Bun and workerd', () => {
  const tarball = runtimes.filter(({ forms }) => forms.base.includes('package'))
  expect(tarball.map(({ name }) => name)).toEqual(['node', 'deno', 'bun', 'workerd-node'])
})

it('matrix: the support table names the version of every package', () => {
  const rows = writeSupport().split('\n')
  expect(rows).toHaveLength(platforms.length + 2)
  for (const row of rows.slice(2)) expect(row).toMatch(/^\| [^|]+ \| [^|]+ \| [^|]+\d\.\d[^|]* \|/)
})

it('matrix: the README has the support table as it is', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(readme, 'npm run runtimes support write').toBe(insertSupport(readme))
  expect(() => insertSupport('# saf-edge')).toThrow('no place')
})

it('matrix: the drivers load every subpath of the package', () => {
  const keys = Object.keys(readPackage(ROOT).exports)
    .filter((name) => name !== './package.json')
    .map((name) => (name === '.' ? 'main' : name.slice('./'.length)))
  expect(Object.keys(lib).sort(), 'test/runtimes/library.ts').toEqual(keys.sort())
})

it('matrix: what is said of a suite that waits is true of one of its tests at least', () => {
  for (const { name, waits } of suites) {
    const waiting = collect(suites, lib).filter((test) => test.suite === name && test.waits)
    expect(waiting.length > 0, name).toBe(waits !== undefined)
  }
})
