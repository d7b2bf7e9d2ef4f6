import { describe, expect, test } from 'vitest'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import { createRpcClient, createSaf, isSafError } from '../../../src/index.ts'
import { kyFetch } from '../../../src/ky/index.ts'
import { KYS, record, refuse } from './kys.ts'

const KEY = { accessKeyId: 'id', accessKeySecret: 'secret' }
const ECS = { ...KEY, endpoint: 'https://ecs.aliyuncs.com', version: '2014-05-26' }

describe.each(KYS)('kyFetch with %s', (version, ky) => {
  test('carries a face verification', async () => {
    const emulator = createEmulator()
    const fetch = kyFetch(ky.create({ fetch: emulator.fetch }))
    const saf = createSaf({ ...emulator.client, fetch })
    const verdict = await saf.verifyFace({
      refFaceContent: testFaces.idPhoto,
      authFaceContent: testFaces.match,
      resourceCode: '00840000',
    })
    expect(verdict.decision).toBe('pass')
  })

  test.for([500, 503, 429])('a %i goes out once, however eager the instance is', async (status) => {
    const { seen, fetch } = record(refuse('InternalError', status))
    const eager = ky.create({ fetch, retry: { limit: 5, methods: ['post'], delay: () => 0 } })
    const rpc = createRpcClient({ ...ECS, fetch: kyFetch(eager), retry: false })
    const error = await rpc.call('Do').catch((thrown: unknown) => thrown)
    expect(isSafError(error) && error.name).toBe('GatewayError')
    expect(seen).toHaveLength(1)
  })

  test('a broken connection goes out once, and its outcome is unknown', async () => {
    const { seen, fetch } = record(() => Promise.reject(new TypeError('fetch failed')))
    const eager = ky.create({ fetch, retry: { limit: 5, methods: ['post'], delay: () => 0 } })
    const rpc = createRpcClient({ ...ECS, fetch: kyFetch(eager) })
    const error = await rpc.call('Do').catch((thrown: unknown) => thrown)
    expect(isSafError(error) && [error.code, error.outcome]).toEqual(['ERR_SAF_NETWORK', 'unknown'])
    expect(seen).toHaveLength(1)
  })

  test('prefix, default parameters and timeouts of the instance change nothing', async () => {
    const urls: string[] = []
    const redirects: string[] = []
    const prefix =
      version === 'ky 1.14'
        ? { prefixUrl: 'https://other.example/x' }
        : { prefix: 'https://other.example/x' }
    const odd = ky.create({
      ...prefix,
      searchParams: { extra: '1' },
      timeout: 1,
      ...({ totalTimeout: 1 } as object),
      fetch: async (input) => {
        const request = input as Request // why: ky sends nothing else
        urls.push(request.url)
        redirects.push(request.redirect)
        await new Promise((resolve) => setTimeout(resolve, 20))
        return Response.json({ RequestId: 'R' })
      },
    })
    const rpc = createRpcClient({ ...ECS, fetch: kyFetch(odd) })
    expect(await rpc.call('Do')).toEqual({ RequestId: 'R' })
    expect(urls).toEqual(['https://ecs.aliyuncs.com/'])
    expect(redirects).toEqual(['manual'])
  })

  test('an abort reaches the request, and its reason comes back untouched', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    let isAborted = false
    const waiting = ky.create({
      fetch: (input) =>
        new Promise((_, reject) => {
          const { signal } = input as Request // why: as above
          signal.addEventListener('abort', () => {
            isAborted = true
            reject(signal.reason)
          })
          controller.abort(reason)
        }),
    })
    const rpc = createRpcClient({ ...ECS, fetch: kyFetch(waiting) })
    await expect(rpc.call('Do', {}, { signal: controller.signal })).rejects.toBe(reason)
    expect(isAborted).toBe(true)
  })

  test('a redirect is not followed', async () => {
    const { seen, fetch } = record(
      () => new Response('', { status: 307, headers: { location: 'https://x.example/' } }),
    )
    const rpc = createRpcClient({ ...ECS, fetch: kyFetch(ky.create({ fetch })) })
    const error = await rpc.call('Do').catch((thrown: unknown) => thrown)
    expect(isSafError(error) && error.code).toBe('ERR_SAF_REDIRECT')
    expect(seen).toHaveLength(1)
  })
})

test('kyFetch refuses what is no ky', () => {
  expect(() => kyFetch({} as never)).toThrow(/"ky" expected function/)
})
