/**
 * The package as registries and other people's tools judge it.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import type { SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { DENO } from '../runtimes/binaries.ts'
import { listSubpaths, ROOT, runNode } from './project.ts'

const folder = mkdtempSync(join(tmpdir(), 'saf-edge-publish-'))

/** What Are The Types Wrong says of the packed package. */
interface Judgement {
  readonly analysis: {
    readonly entrypoints: Record<string, { readonly resolutions: Record<string, Resolution> }>
  }
}

interface Resolution {
  readonly resolution?: { readonly fileName: string; readonly isTypeScript: boolean }
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('publish: publint has nothing to say, suggestions included', () => {
  const said = runNode('node_modules/publint/src/cli.js', '--strict')
  expect(said).toContain('All good!')
})

it('publish: each subpath has its types for importers from Node and bundlers', () => {
  // One string, since npm is a shell script on Windows.
  const command = `npm pack --silent --ignore-scripts --pack-destination "${folder}"`
  spawnSync(command, { cwd: ROOT, shell: true })
  const [tarball = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'))
  const cli = 'node_modules/@arethetypeswrong/cli/dist/index.js'
  // It fails on any problem.
  const text = runNode(cli, join(folder, tarball), '--profile', 'esm-only', '--format', 'json')
  const { entrypoints } = (JSON.parse(text) as Judgement).analysis // why: its own format
  for (const { name } of listSubpaths()) {
    for (const way of ['node16-esm', 'bundler']) {
      const found = entrypoints[name]?.resolutions[way]?.resolution
      expect(found, `${name} ${way}`).toMatchObject({ isTypeScript: true })
    }
  }
}, 60_000)

it('publish: JSR takes it, with types that need no inference', () => {
  const { status, stderr } = runDeno('publish', '--dry-run', '--allow-dirty')
  expect(stderr).toContain('Success Dry run complete')
  expect(status).toBe(0)
  expect(stderr).not.toMatch(/^warning/im)
  for (const { source } of listSubpaths()) expect(stderr).toContain(`/${source} (`)
}, 120_000)

it('publish: every exported symbol and every field of it has a doc comment', () => {
  const sources = listSubpaths().map(({ source }) => source)
  const { stderr } = runDeno('doc', '--lint', ...sources)
  expect(stderr).toMatch(/^(Checked|error\[)/m)
  expect(stderr.match(/^error\[missing-jsdoc\].*\n.*/gm) ?? []).toEqual([])
}, 120_000)

function runDeno(...args: readonly string[]): SpawnSyncReturns<string> {
  const own = { NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', DENO_DIR: join(folder, 'deno') }
  return spawnSync(DENO, args, { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...own } })
}
