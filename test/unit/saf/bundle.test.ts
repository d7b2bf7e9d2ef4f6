import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { ROOT } from '../../package/project.ts'
import { SERVICE_ROWS } from './services.ts'

/** What is left of the services when the types are gone: those that differ from the others. */
const NAMED = [
  'face_verify',
  'face_verify_localsdk',
  'intl_face_verify',
  'risk_intelligence_ip',
  'saf_de',
]

it('bundle: a service that differs in nothing adds no byte to it', async () => {
  const { outputFiles } = await build({
    stdin: { contents: "export { createSaf } from './src/index.ts'", resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
  })
  const code = outputFiles[0]?.text ?? ''
  expect(code).toContain('ExecuteRequestSG')
  const names = new Set<string>(SERVICE_ROWS.map(({ service }) => service))
  const found = [...names].filter((name) => new RegExp(`\\b${name}\\b`).test(code))
  expect(found.sort()).toEqual(NAMED)
  for (const field of ['nickName', 'deviceToken', 'finalDecision', 'metainfo', 'apdidToken']) {
    expect(code).not.toContain(field)
  }
})
