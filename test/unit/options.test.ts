import { describe, expect, test } from 'vitest'
import { createRpcClient, createSaf, fixedPlatform } from '../../src/index.ts'
import type { SafOptions } from '../../src/index.ts'

const KEY = { accessKeyId: 'id', accessKeySecret: 'canary-secret' }

/** The URL that a client calls. */
async function calledUrl(options: SafOptions): Promise<string> {
  let url = ''
  const saf = createSaf({
    ...KEY,
    ...options,
    fetch: async (input) => {
      url = String(input)
      return Response.json({ Code: 200, RequestId: 'R' })
    },
  })
  await saf.executeRequest('a', {})
  return url
}

describe('endpoint', () => {
  test.each([
    [{}, 'https://saf.ap-southeast-1.aliyuncs.com/'],
    [{ region: 'cn-hongkong' }, 'https://saf.cn-hongkong.aliyuncs.com/'],
    [
      { endpoint: 'https://saf.eu-central-1.aliyuncs.com' },
      'https://saf.eu-central-1.aliyuncs.com/',
    ],
    [
      { endpoint: 'https://SAF-VPC.cn-shanghai.aliyuncs.com/' },
      'https://saf-vpc.cn-shanghai.aliyuncs.com/',
    ],
    [
      { endpoint: 'https://gateway.example:8443', allowCustomEndpoint: true },
      'https://gateway.example:8443/',
    ],
    [{ endpoint: 'http://127.0.0.1:8787', allowCustomEndpoint: true }, 'http://127.0.0.1:8787/'],
    [{ endpoint: 'http://localhost', allowCustomEndpoint: true }, 'http://localhost/'],
    [{ endpoint: 'http://[::1]:1', allowCustomEndpoint: true }, 'http://[::1]:1/'],
  ])('%o is called at %s', async (options, url) => {
    expect(await calledUrl(options)).toBe(url)
  })

  test.each([
    'http://saf.ap-southeast-1.aliyuncs.com',
    'https://saf.ap-southeast-1.aliyuncs.com/path',
    'https://saf.ap-southeast-1.aliyuncs.com?x=1',
    'https://saf.ap-southeast-1.aliyuncs.com?',
    'https://saf.ap-southeast-1.aliyuncs.com#x',
    'https://user:pw@saf.ap-southeast-1.aliyuncs.com',
    'https://@saf.ap-southeast-1.aliyuncs.com',
    'https://saf.ap-southeast-1.aliyuncs.com:8443',
    'https://saf.ap-southeast-1.aliyuncs.com.evil.example',
    'https://saf.ap-southeast-1.aliyuncs.com\\@evil.example',
    'https://saf.ap-southeast-1.aliyuncs.com\n',
    'https://saf.aliyuncs.com',
    'https://saf.x.y.aliyuncs.com',
    'https://evil-saf.ap-southeast-1.aliyuncs.com',
    'https://oss.ap-southeast-1.aliyuncs.com',
    'https://gateway.example',
    'http://127.0.0.1',
    'ftp://saf.ap-southeast-1.aliyuncs.com',
    'saf.ap-southeast-1.aliyuncs.com',
    '',
    7,
    null,
  ])('%j is refused by default', (endpoint) => {
    expect(() => createSaf({ ...KEY, endpoint: endpoint as string })).toThrow(TypeError)
  })

  test.each([
    'http://gateway.example',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1@evil.example',
  ])(
    '%s is refused even with allowCustomEndpoint: the form would travel in the clear',
    (endpoint) => {
      const options = { ...KEY, endpoint, allowCustomEndpoint: true }
      expect(() => createSaf(options)).toThrow(/"endpoint"/)
    },
  )

  test.each([
    ['https://ecs.aliyuncs.com', true],
    ['https://ecs.cn-hangzhou.aliyuncs.com', true],
    ['https://sts.aliyuncs.com', true],
    ['https://a.b.c.aliyuncs.com', false],
    ['https://aliyuncs.com', false],
    ['https://oss-cn-hangzhou.aliyuncs.com', false],
    ['https://mybucket.oss-cn-hangzhou.aliyuncs.com', false],
    ['https://oss.aliyuncs.com', false],
    ['https://123.fc.aliyuncs.com', false],
    ['https://fc.aliyuncs.com', false],
    ['https://ecs.aliyuncs.com.evil.example', false],
  ])('createRpcClient takes %s: %s', (endpoint, isTaken) => {
    const make = (): unknown => createRpcClient({ ...KEY, endpoint, version: '2014-05-26' })
    if (isTaken) expect(make).not.toThrow()
    else expect(make).toThrow(/"endpoint"/)
  })
})

describe('options', () => {
  test.each([undefined, null, 'x', 7, []])('%j is no options object', (options) => {
    expect(() => createSaf(options as never)).toThrow(/"options" expected object/)
    expect(() => createRpcClient(options as never)).toThrow(/"options" expected object/)
  })

  test.each([
    [{ region: 'mars-1' }, /"region" expected one of ap-south-1, ap-southeast-1/],
    [{ region: 7 }, /"region"/],
    [{ region: 'ap-southeast-1/../' }, /"region"/],
    [{ fetch: 'x' }, /"fetch" expected function, got string/],
    [{ hmac: {} }, /"hmac" expected function, got object/],
    [{ credentials: {}, accessKeyId: undefined }, /"credentials" expected function, got object/],
    [{ platform: {} }, /"platform\.now" expected function, got undefined/],
    [{ platform: null }, /"platform\.now" expected function/],
    [{ format: 'JSON' }, /"format/],
    [{ retry: true }, /"retry" expected false or object, got boolean/],
    [{ retry: { ambiguous: 'resend' } }, /"retry\.ambiguous" expected 'fail' or 'replay'/],
    [{ retry: { maxAttempts: 0 } }, /"retry\.maxAttempts" expected positive integer, got 0/],
    [{ retry: { attemptTimeoutMs: 1.5 } }, /"retry\.attemptTimeoutMs"/],
    [{ retry: { attemptTimeoutMs: 0 } }, /"retry\.attemptTimeoutMs" expected positive integer/],
    [{ timeoutMs: -1 }, /"timeoutMs" expected positive integer, got -1/],
    [{ timeoutMs: Number.NaN }, /"timeoutMs" expected positive integer, got NaN/],
    [{ timeoutMs: '15' }, /"timeoutMs" expected positive integer, got string/],
    [{ timeoutMs: 2 ** 31 }, /"timeoutMs" expected at most 2147483647/],
    [{ maxPhotoBytes: 0 }, /"maxPhotoBytes"/],
    [{ maxResponseBytes: Infinity }, /"maxResponseBytes"/],
  ])('%o is refused', (options, message) => {
    let error: unknown
    try {
      createSaf({ ...KEY, ...options } as SafOptions)
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(Error)
    expect(String(error)).toMatch(/^(TypeError|RangeError)/)
    expect(String(error)).toMatch(message)
    expect(String(error)).not.toContain('canary')
  })

  test.each([undefined, '', 7, null])('createRpcClient refuses %j as version', (version) => {
    const options = { ...KEY, endpoint: 'https://ecs.aliyuncs.com', version: version as string }
    expect(() => createRpcClient(options)).toThrow(/"version" expected text/)
  })

  test('options changed after the client was made change nothing', async () => {
    const options = { ...KEY, region: 'cn-shanghai', dangerouslyAllowBrowser: false }
    const saf = createSaf({ ...options, fetch: async () => Response.json({ Code: 200 }) })
    options.accessKeySecret = ''
    expect((await saf.executeRequest('a', {})).code).toBe(200)
  })
})

describe('platform', () => {
  const call = (platform: object): Promise<unknown> =>
    createSaf({
      ...KEY,
      platform: { now: () => 0, nonce: () => 'n', ...platform },
      fetch: async () => Response.json({ Code: 200 }),
    }).executeRequest('a', {})

  test.each([Number.NaN, -1, Infinity, 1e18, '0', undefined, new Date(0)])(
    'a clock that shows %o is refused',
    async (now) => {
      await expect(call({ now: () => now })).rejects.toThrow(/"platform\.now" expected epoch milli/)
    },
  )

  test.each(['', undefined, 7])('a nonce of %j is refused', async (nonce) => {
    await expect(call({ nonce: () => nonce })).rejects.toThrow(/"platform\.nonce" expected text/)
  })

  test('the fixed platform counts its nonces, or takes them from the caller', () => {
    const counting = fixedPlatform({ atEpochMs: 5 })
    expect([counting.nonce(), counting.nonce(), counting.now()]).toEqual([
      '00000000000000000000000000000001',
      '00000000000000000000000000000002',
      5,
    ])
    expect(fixedPlatform({ atEpochMs: 5, nonce: () => 'mine' }).nonce()).toBe('mine')
    expect(() => fixedPlatform({ atEpochMs: Number.NaN })).toThrow(/"atEpochMs"/)
    expect(() => fixedPlatform(undefined as never)).toThrow(TypeError)
  })
})
