import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SERVICE_ROWS } from './services.ts'

interface Documented {
  readonly service: string
  readonly action: string
  readonly versions?: readonly string[]
  readonly params?: Readonly<Record<string, string>>
  readonly data?: Readonly<Record<string, unknown>>
  readonly methods?: Readonly<Record<string, Pick<Documented, 'params' | 'data'>>>
}

const FILE = '../shared/spec/services.json'

describe.runIf(existsSync(FILE))('the services of these tests are those of the table', () => {
  const { services } = existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as { services: Documented[] })
    : { services: [] }

  it('none is missing, and none was made up', () => {
    const names = new Set<string>(SERVICE_ROWS.map(({ service }) => service))
    expect([...names].sort()).toEqual(services.map(({ service }) => service).sort())
    expect(names.size).toBe(28)
  })

  it.each(SERVICE_ROWS)('$service is called and answers as documented', (row) => {
    const found = services.find(({ service }) => service === row.service)
    const method = found?.methods?.[String(row.params['method'])]
    const { params = {}, data = {} } = method ?? found ?? {}
    expect(found?.action).toMatch(new RegExp(`^${row.action}( |$)`))
    if (found?.versions) expect(found.versions).toContain(row.version)
    const documented = Object.keys(params).map((name) => name.replace('?', ''))
    const isOpen = documented.includes('...')
    const sent = Object.keys(row.params).filter((name) => !isOpen || documented.includes(name))
    expect(documented).toEqual(expect.arrayContaining(sent))
    if (row.data) expect(Object.keys(row.data).sort()).toEqual(Object.keys(data).sort())
    for (const [name, kind] of Object.entries(row.data ?? {})) {
      const text = data[name]
      const isNested = typeof text === 'object' || String(text).startsWith('JSON text')
      const isNumber = String(text).startsWith('number')
      expect([name, kind]).toEqual([name, isNested ? 'object' : isNumber ? 'number' : 'string'])
    }
  })
})
