import { expect, test } from 'vitest'
import { createSaf } from '../../src/index.ts'
import type { Credentials } from '../../src/index.ts'

const KEY = { accessKeyId: 'id', accessKeySecret: 'canary-secret' }
const fetch = async (): Promise<Response> => Response.json({ Code: 200, RequestId: 'R' })

test('a page given a long-lived secret is refused, and the secret is not shown', () => {
  expect(() => createSaf({ ...KEY })).toThrow(/every visitor of this page could read it/)
  expect(() => createSaf({ ...KEY })).not.toThrow(/canary/)
})

test('a page may use a token, loopback, or what it was dangerously allowed', () => {
  expect(() => createSaf({ ...KEY, securityToken: 'token' })).not.toThrow()
  expect(() => createSaf({ ...KEY, dangerouslyAllowBrowser: true })).not.toThrow()
  const loopback = { endpoint: 'http://127.0.0.1:8787', allowCustomEndpoint: true }
  expect(() => createSaf({ ...KEY, ...loopback })).not.toThrow()
})

test('a custom endpoint elsewhere does not lift the guard', () => {
  const elsewhere = { endpoint: 'https://proxy.example', allowCustomEndpoint: true }
  expect(() => createSaf({ ...KEY, ...elsewhere })).toThrow(/every visitor/)
})

test('credentials from a function are looked at when they come, before anything is sent', async () => {
  let sent = 0
  const make = (credentials: () => Credentials): ReturnType<typeof createSaf> =>
    createSaf({ credentials, fetch: async () => (sent++, fetch()) })
  await expect(make(() => KEY).executeRequest('a', {})).rejects.toThrow(/every visitor/)
  expect(sent).toBe(0)
  await make(() => ({ ...KEY, securityToken: 'token' })).executeRequest('a', {})
  expect(sent).toBe(1)
})
