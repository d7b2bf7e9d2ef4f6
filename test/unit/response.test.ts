/**
 * Which answers are the gateway's: corners of design section 3.
 *
 * @module
 */
import { expect, test } from 'vitest'
import { createRpcClient } from '../../src/index.ts'
import type { RpcAnswer } from '../../src/index.ts'

function call(body: object, status: number): Promise<RpcAnswer> {
  const rpc = createRpcClient({
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    endpoint: 'https://ecs.aliyuncs.com',
    version: '2014-05-26',
    retry: false,
    fetch: async () => Response.json(body, { status }),
  })
  return rpc.call('DescribeRegions')
}

test.each([400, 404, 503])(
  'response: a word as Code with HTTP %i is the gateway without a HostId too',
  async (status) => {
    await expect(call({ Code: 'MissingParameter' }, status)).rejects.toMatchObject({
      name: 'GatewayError',
      gatewayCode: 'MissingParameter',
      status,
    })
  },
)

test.each([
  ['digits as Code with HTTP 400', { Code: '400' }, 400],
  ['a number as Code with HTTP 400', { Code: 400 }, 400],
  ['a word as Code with HTTP 200', { Code: 'OK' }, 200],
  ['a word as Code with HTTP 299', { Code: 'OK' }, 299],
])('response: %s is an answer of the product', async (_, body, status) => {
  await expect(call(body, status)).resolves.toMatchObject(body)
})
