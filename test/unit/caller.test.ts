/**
 * Corners of a call that the contract suite does not reach: what fails between two attempts.
 *
 * @module
 */
import { expect, test } from 'vitest'
import { createRpcClient, createSaf, TransportError } from '../../src/index.ts'
import type { CredentialsFunction, FetchLike, RateLimiter } from '../../src/index.ts'

const PAIR = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }
const RPC = { ...PAIR, endpoint: 'https://ecs.aliyuncs.com', version: '2014-05-26' }

/** Answers in turn; the last answer repeats. */
function answer(...bodies: readonly object[]): FetchLike {
  let at = 0
  return async () => Response.json(bodies[Math.min(at++, bodies.length - 1)])
}

/** Gives a pair once, and then fails. */
function failLater(error: Error): CredentialsFunction {
  let asked = 0
  return () => {
    if (asked++ > 0) throw error
    return PAIR
  }
}

const NETWORK_DETAILS = { outcome: 'not-executed', attempts: 0 } as const
const unreachable = new TransportError('ERR_SAF_NETWORK', 'no connection', NETWORK_DETAILS)

test('caller: a failed call stays failed when credentials for another attempt do not come', async () => {
  const saf = createSaf({
    credentials: failLater(unreachable),
    retry: { internal: true },
    fetch: answer({ Code: 500, Message: 'x' }),
  })
  await expect(saf.executeRequest('a', {})).rejects.toMatchObject({
    code: 'ERR_SAF_INTERNAL',
    outcome: 'failed',
    attempts: 1,
  })
})

test('caller: a mistake of the credentials function is thrown even after a failed attempt', async () => {
  const mistake = new TypeError('mine')
  const saf = createSaf({
    credentials: failLater(mistake),
    retry: { internal: true },
    fetch: answer({ Code: 500, Message: 'x' }),
  })
  await expect(saf.executeRequest('a', {})).rejects.toBe(mistake)
})

test('caller: after a refusal that ran nothing, the credentials that do not come are the error', async () => {
  const saf = createSaf({
    credentials: failLater(unreachable),
    retry: { quota: true },
    fetch: answer({ Code: 402, Message: 'x' }),
  })
  await expect(saf.executeRequest('a', {})).rejects.toBe(unreachable)
})

test('caller: the turn of a product without services is named after the action', async () => {
  const names: string[] = []
  const limiter: RateLimiter = {
    async reserve(name) {
      names.push(name)
      return { ok: true, waitMs: 0 }
    },
  }
  const rpc = createRpcClient({ ...RPC, limiter, fetch: answer({ RequestId: 'R' }) })
  await rpc.call('DescribeRegions')
  expect(names).toEqual([expect.stringMatching(/^ecs\.aliyuncs\.com\/DescribeRegions\/[\w+/]+=*$/)])
})

test('caller: a request that is signed only fails as its credentials do', async () => {
  const mistake = new TypeError('mine')
  const { endpoint, version } = RPC
  const credentials = (): never => {
    throw mistake
  }
  const rpc = createRpcClient({ endpoint, version, credentials })
  await expect(rpc.sign('DescribeRegions')).rejects.toBe(mistake)
})
