import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listFiles, listSubpaths, readText, ROOT, runNode } from './project.ts'

const fresh = mkdtempSync(join(tmpdir(), 'saf-edge-dist-'))

beforeAll(() => {
  runNode('build.mjs', '--out', join(fresh, 'dist'))
}, 60_000)

afterAll(() => {
  rmSync(fresh, { recursive: true, force: true })
})

it('dist: is byte for byte what a build makes now', () => {
  const committed = join(ROOT, 'dist')
  const built = join(fresh, 'dist')
  expect(listFiles(committed)).toEqual(listFiles(built))
  const stale = listFiles(built).filter((file) => {
    return !readFileSync(join(committed, file)).equals(readFileSync(join(built, file)))
  })
  expect(stale, 'run "npm run build" and commit dist').toEqual([])
})

it('dist: every module and bundle names its declarations in the first line', () => {
  const modules = listFiles(join(ROOT, 'dist')).filter((file) => {
    return file.endsWith('.js') && !/^(cli|url)\/|^(sign\/)?core\.js$/.test(file)
  })
  const wrong = modules.filter((file) => {
    const name = file.replace(/^.*\//, '').replace(/\.js$/, '')
    return !readText(`dist/${file}`).startsWith(`/* @ts-self-types="./${name}.d.ts" */\n`)
  })
  expect(wrong).toEqual([])
  for (const { bundle, types } of listSubpaths()) {
    const path = types.replace('dist/', '../')
    expect(readText(bundle).split('\n')[0]).toBe(`/* @ts-self-types="${path}" */`)
  }
})

it('dist: no module or declaration imports a .ts file', () => {
  const wrong = listFiles(join(ROOT, 'dist')).filter((file) => {
    // Examples in comments may: they are prose.
    const code = readText(`dist/${file}`).replace(/\/\*[\s\S]*?\*\//g, '')
    return /(from |import |import\()['"]\.[^'"]*(?<!\.d)\.ts['"]/.test(code)
  })
  expect(wrong).toEqual([])
})

it('dist: a bundle imports nothing and says whose code it carries', () => {
  for (const { bundle } of listSubpaths()) {
    expect(readText(bundle)).not.toMatch(/(^|[;}\n])(import|export)\s*["'{*][^;]*?from\s*["']/)
  }
  const licences = readText('dist/url/LICENSES.txt')
  expect(licences).toContain('Paul Miller')
  expect(licences).toContain('Ryan Grove')
  expect(readText('dist/url/noble.js')).toMatch(/@noble\/hashes .* MIT licence/)
  expect(readText('dist/url/xml.js')).toMatch(/@rgrove\/parse-xml .* ISC licence/)
})
