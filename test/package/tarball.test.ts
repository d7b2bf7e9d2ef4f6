import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { listFiles, ROOT } from './project.ts'

it('tarball: holds dist and the texts a user reads, and nothing else', () => {
  // One string, since npm is a shell script on Windows.
  const { stdout } = spawnSync('npm pack --dry-run --json', {
    cwd: ROOT,
    encoding: 'utf8',
    shell: true,
  })
  const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[] // npm's format
  const files = packed?.files.map(({ path }) => path) ?? []
  const texts = files.filter((file) => !file.startsWith('dist/'))
  const known = ['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'package.json']
  expect(texts.filter((file) => !known.includes(file))).toEqual([])
  expect(texts).toEqual(expect.arrayContaining(['CHANGELOG.md', 'LICENSE', 'package.json']))
  const modules = files.filter((file) => file.startsWith('dist/')).sort()
  expect(modules).toEqual(listFiles(`${ROOT}dist`).map((file) => `dist/${file}`))
}, 30_000)
