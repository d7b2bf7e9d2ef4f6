import process from 'node:process'
import { afterEach, expect, it, vi } from 'vitest'
import { fromEnv } from '../../../src/credentials/index.ts'

const ID = 'ALIBABA_CLOUD_ACCESS_KEY_ID'
const SECRET = 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'
const TOKEN = 'ALIBABA_CLOUD_SECURITY_TOKEN'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

it("reads the process's own variables when it is called, not when it is made", () => {
  const provider = fromEnv()
  expect(provider).toThrow(/^"ALIBABA_CLOUD_ACCESS_KEY_ID" is not set/)
  vi.stubEnv(ID, 'id')
  expect(provider).toThrow(/^"ALIBABA_CLOUD_ACCESS_KEY_SECRET" is not set/)
  vi.stubEnv(SECRET, 'secret')
  expect(provider()).toEqual({ accessKeyId: 'id', accessKeySecret: 'secret' })
  vi.stubEnv(TOKEN, 'token')
  vi.stubEnv(ID, 'other')
  expect(provider()).toEqual({
    accessKeyId: 'other',
    accessKeySecret: 'secret',
    securityToken: 'token',
  })
})

it.each([
  ['Deno', (env: Record<string, string>) => ({ env: { get: (name: string) => env[name] } })],
  ['Bun', (env: Record<string, string>) => ({ env })],
])('reads the variables of %s, where there is no process', (host, make) => {
  vi.stubGlobal(host, make({ [ID]: 'id', [SECRET]: 'secret' }))
  const { env } = process
  const provider = fromEnv()
  // Only the variables are taken away: Vitest needs the rest of the process.
  Object.defineProperty(process, 'env', { value: undefined, configurable: true })
  try {
    expect(provider()).toEqual({ accessKeyId: 'id', accessKeySecret: 'secret' })
  } finally {
    Object.defineProperty(process, 'env', { value: env, configurable: true, writable: true })
  }
})

it('takes a variable that Deno does not let it read for one that is not set', () => {
  const get = (): never => {
    throw new Error('NotCapable')
  }
  vi.stubGlobal('Deno', { env: { get } })
  expect(fromEnv()).toThrow(/^"ALIBABA_CLOUD_ACCESS_KEY_ID" is not set, or may not be read/)
})
