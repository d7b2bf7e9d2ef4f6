import { beforeAll, expect, it } from 'vitest'
import { SERVICE_ROWS } from '../unit/saf/services.ts'
import { complete } from './language-server.ts'

const HEAD = `import type { Saf, SafOptions } from '../../src/index.ts'\ndeclare const saf: Saf\n`

/** What an editor shows for each of these. */
const TEXTS = {
  services: `${HEAD}void saf.executeRequest('|')\n`,
  fields: `${HEAD}void saf.executeRequest('email_risk', { | })\n`,
  methods: `${HEAD}void saf.executeRequest('face_verify', { method: '|' })\n`,
  regions: `${HEAD}export const options: SafOptions = { region: '|' }\n`,
} as const

const shown: Record<string, string[]> = {}

beforeAll(async () => {
  const found = await complete('test/types/services.ts', Object.values(TEXTS))
  for (const [index, name] of Object.keys(TEXTS).entries()) shown[name] = found[index] ?? []
}, 30_000)

it('completion: lists the services, and those that an application added', () => {
  const names = new Set<string>(SERVICE_ROWS.map(({ service }) => service))
  const others = shown['services']?.filter((label) => !names.has(label))
  expect(shown['services']).toEqual(expect.arrayContaining([...names]))
  expect(others?.filter((label) => label !== '')).toEqual(['acme_check']) // '' stands at the cursor.
})

it('completion: lists the fields of a service', () => {
  expect(shown['fields']).toEqual(['email'])
})

it('completion: lists the values of a field', () => {
  const methods = ['init', 'initH5', 'match', 'query', 'queryH5']
  expect(shown['methods']?.filter((label) => label !== '')).toEqual(methods)
})

it('completion: lists the regions', () => {
  expect(shown['regions']).toEqual(expect.arrayContaining(['ap-southeast-1', 'us-west-1']))
  expect(shown['regions']?.length).toBeGreaterThanOrEqual(13)
})
