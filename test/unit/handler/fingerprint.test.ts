import { expect, it } from 'vitest'
import { importHmacSha256 } from '../../../src/crypto/hmac-sha256.ts'

it('HMAC-SHA256: RFC 4231, test case 2', async () => {
  const text = new TextEncoder()
  const mac = await importHmacSha256(text.encode('Jefe'))
  const bytes = await mac(text.encode('what do ya want for nothing?'))
  expect(Buffer.from(bytes).toString('hex')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})
