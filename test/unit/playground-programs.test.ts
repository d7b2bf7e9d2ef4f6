import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../package/project.ts'

const DENO = join(ROOT, 'node_modules/.bin/deno')

it('playground: opentelemetry.mjs writes a span for each call, one inside for each request', () => {
  const lines = run(process.execPath, 'playground/opentelemetry.mjs')
  expect(lines.filter((line) => /^intl_face_verify \d+ ms$/.test(line))).toHaveLength(2)
  expect(lines.filter((line) => /^ {2}intl_face_verify request \d+ ms$/.test(line))).toHaveLength(3)
  const text = lines.join('\n')
  expect(text).toContain('"error.type":"ERR_SAF_THROTTLED"')
  expect(text).toContain('· retry')
  expect(text).not.toMatch(/testsecret|Signature|\/9j\//)
})

it('playground: deno.ts gives a verdict without an account', () => {
  expect(run(DENO, 'run', '-E', 'playground/deno.ts')).toEqual(['pass 100'])
})

function run(program: string, ...args: string[]): string[] {
  const env = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', HOME: process.env['HOME'] ?? '' }
  const text = execFileSync(program, args, { cwd: ROOT, env, encoding: 'utf8' })
  return text.trimEnd().split('\n')
}
