import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../package/project.ts'

interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

function run(script: string, args: readonly string[], env: Record<string, string> = {}): Ended {
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...args], {
    cwd: join(ROOT, 'playground'),
    env,
    encoding: 'utf8',
  })
  return { code: status, output: stdout, errors: stderr }
}

const KEY = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5t', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'canary' }

it('demo: four photos have four decisions, without colours in a pipe', () => {
  const { code, errors, output } = run('demo.mjs', [])
  expect([code, errors]).toEqual([0, ''])
  expect(output.match(/^. (pass|mismatch|attack|inconclusive) /gm)).toHaveLength(4)
  expect(output).not.toContain('\u001b')
})

it.each([
  [['--ref', 'id.jpg', '--auth', 'selfie.jpg']],
  [['--auth', 'selfie.jpg']],
  [['--region', 'eu-central-1']],
])('demo: %j without --live gives no verdict of other photos', (args) => {
  const { code, errors, output } = run('demo.mjs', args)
  expect([code, output]).toEqual([2, ''])
  expect(errors).toMatch(/need --live/)
})

it.each([
  [['--ref', 'nowhere.jpg', '--auth', 'nowhere.jpg'], /nowhere\.jpg/],
  [['--ref', 'README.md', '--auth', 'README.md'], /"refFaceContent" expected JPEG/],
  [['--ref', 'README.md', '--auth', 'README.md', '--region', 'xx'], /"region"/],
])('demo: --live %j sends nothing and says so, without the secret', (args, reason) => {
  const { code, errors, output } = run('demo.mjs', ['--live', ...args], KEY)
  expect(code).toBe(2)
  expect(errors).toMatch(reason)
  expect(errors).toMatch(/^Nothing was sent\.$/m)
  expect(output + errors).not.toContain('canary')
})

it('serve: --help says how, and what is wrong says how too', () => {
  expect(run('serve.mjs', ['--help'])).toMatchObject({ code: 0, errors: '' })
  expect(run('serve.mjs', ['--help']).output).toMatch(/--build <folder>/)
  const { code, errors } = run('serve.mjs', ['--nope'])
  expect(code).toBe(2)
  expect(errors).toMatch(/'--nope'[^]*--build <folder>/)
})

it('serve: a port that is taken comes with a way out', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const address = server.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const { code, errors } = run('serve.mjs', ['--port', port])
    expect(code).toBe(2)
    expect(errors).toMatch(/EADDRINUSE[^]*--port 0 takes a free port/)
  } finally {
    server.close()
  }
})
