import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { VERSION } from '../../../src/version.ts'
import { buildCli } from './cli.ts'
import type { Cli } from './cli.ts'

// Each test starts processes, and machines may be slow.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let cli: Cli

beforeAll(async () => {
  cli = await buildCli('missing')
})

afterAll(() => {
  cli.remove()
})

it('saf-edge --version prints the version and nothing else', async () => {
  expect(await cli.run(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' })
})

it.each([['--help'], ['-h'], ['help']])('saf-edge %s lists the commands', async (argument) => {
  const { code, stderr, stdout } = await cli.run([argument])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^ {2}verify +\S/m)
  expect(stdout).toMatch(/^ {2}emulator +\S/m)
})

it.each([
  ['verify', ['--ref', '--auth', '--resource-code', '--emulator', '--json', '130', '_KEY_SECRET']],
  ['emulator', ['--port', '--host', '8787']],
])('saf-edge %s --help tells its options, whatever else is given', async (command, words) => {
  const { code, stderr, stdout } = await cli.run([command, '--unknown', '--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const word of words) expect(stdout).toContain(word)
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
})

it('saf-edge alone prints the help on standard error and exits 2', async () => {
  const { code, stderr, stdout } = await cli.run([])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('saf-edge <command>')
})

it.skipIf(!existsSync('/dev/full'))(
  'saf-edge says when a full disk took no result, and keeps its exit code, which is one',
  () => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(cli.folder, 'dist/cli/main.js'), '--version'],
      { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' },
    )
    closeSync(full)
    expect([status, stderr]).toEqual([0, '✗ Lost  the result could not be written (ENOSPC)\n'])
  },
)

it.each([
  ['verfiy', 'did you mean saf-edge verify?'],
  ['nonsense', 'see saf-edge --help'],
])('saf-edge %s exits 2 with a hint', async (command, hint) => {
  const { code, stderr } = await cli.run([command])
  expect(code).toBe(2)
  expect(stderr).toContain(`unknown command "${command}"`)
  expect(stderr).toContain(hint)
})
