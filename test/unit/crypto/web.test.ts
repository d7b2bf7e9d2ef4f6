import { afterEach, expect, test, vi } from 'vitest'
import { webHmacSha1 } from '../../../src/crypto/web.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  ['no crypto', undefined],
  ['no crypto.subtle', {}],
])('a host with %s is told which implementation to use', async (_, crypto) => {
  vi.stubGlobal('crypto', crypto)
  const bytes = new Uint8Array(3)
  const told = /crypto\.subtle is missing .* use nobleHmacSha1/
  await expect(webHmacSha1(bytes, bytes)).rejects.toThrow(told)
  await expect(webHmacSha1.prepare?.(bytes)(bytes)).rejects.toThrow(told)
})
