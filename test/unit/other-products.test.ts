/**
 * Documented examples of four other products: each signed as its document prints it, and called
 * against a gateway that checks the signature by the independent reference.
 *
 * @module
 */
import { expect, test } from 'vitest'
import { xmlFormat } from '../../src/codec/xml.ts'
import { createEmulator } from '../../src/emulator/index.ts'
import { createRpcClient, fixedPlatform } from '../../src/index.ts'
import type { FetchLike } from '../../src/index.ts'
import { acs3 } from '../../src/sign/acs3.ts'
import { signature } from '../reference/sign.ts'
import { rpcVectors } from '../vectors/rpc-v1.ts'

interface Example {
  readonly endpoint: string
  readonly accessKeySecret: string
  /** Every parameter of the document's request. */
  readonly params: Readonly<Record<string, string>>
  readonly signature: string
  /** An answer in the product's own manner. */
  readonly answer: Readonly<Record<string, unknown>>
}

const published = (id: string): Pick<Example, 'params' | 'signature' | 'accessKeySecret'> => {
  const vector = rpcVectors.find((one) => one.id === id)
  if (!vector) throw new Error(`no vector ${id}`)
  return vector
}

const EXAMPLES: readonly Example[] = [
  {
    endpoint: 'https://ecs.aliyuncs.com',
    ...published('ecs-DescribeRegions'),
    answer: { RequestId: 'R1', Regions: { Region: [{ RegionId: 'cn-hangzhou' }] } },
  },
  {
    endpoint: 'https://sts.aliyuncs.com',
    ...published('sts-AssumeRole'),
    answer: { RequestId: 'R2', AssumedRoleUser: { AssumedRoleId: '1:client' } },
  },
  {
    endpoint: 'https://dysmsapi.aliyuncs.com',
    ...published('dysms-SendSms-zh'),
    answer: { RequestId: 'R3', Code: 'OK', Message: 'OK', BizId: '9006197469364984400' },
  },
  {
    // help.aliyun.com/document_detail/29819.html and 29747.html (Alidns, how to call)
    endpoint: 'https://alidns.aliyuncs.com',
    accessKeySecret: 'testsecret',
    params: {
      Format: 'XML',
      AccessKeyId: 'testid',
      Action: 'DescribeDomainRecords',
      SignatureMethod: 'HMAC-SHA1',
      DomainName: 'example.com',
      SignatureNonce: 'f59ed6a9-83fc-473b-9cc6-99c95df3856e',
      SignatureVersion: '1.0',
      Version: '2015-01-09',
      Timestamp: '2016-03-24T16:41:54Z',
    },
    signature: 'uRpHwaSEt3J+6KQD//svCh/x+pI=',
    answer: { RequestId: 'R4', TotalCount: 1, DomainRecords: { Record: [{ RR: '@' }] } },
  },
]

const COMMON = /^(Action|Version|Format|AccessKeyId|Timestamp|Signature.*)$/

/** Makes the client that the document's request comes from. */
function createClient(
  example: Example,
  fetch?: FetchLike,
): {
  readonly rpc: ReturnType<typeof createRpcClient>
  readonly action: string
  readonly own: Record<string, string>
} {
  const { accessKeySecret, endpoint, params } = example
  const {
    AccessKeyId = '',
    Action = '',
    Timestamp = '',
    Version = '',
    SignatureNonce = '',
  } = params
  const platform = fixedPlatform({ atEpochMs: Date.parse(Timestamp), nonce: () => SignatureNonce })
  const format = params['Format'] === 'XML' ? xmlFormat : undefined
  const key = { accessKeyId: AccessKeyId, accessKeySecret }
  const rpc = createRpcClient({ ...key, endpoint, version: Version, format, platform, fetch })
  const own = Object.fromEntries(Object.entries(params).filter(([name]) => !COMMON.test(name)))
  return { rpc, action: Action, own }
}

test.for(EXAMPLES)('$params.Action is signed as its document prints it', async (example) => {
  const { rpc, action, own } = createClient(example)
  const { method, url } = await rpc.sign(action, own, { method: 'GET' })
  const { origin, searchParams } = new URL(url)
  expect([method, origin]).toEqual(['GET', example.endpoint])
  expect(Object.fromEntries(searchParams)).toEqual({
    ...example.params,
    Signature: example.signature,
  })
})

test.for(EXAMPLES)(
  '$params.Action is called by POST, and its answer is resolved',
  async (example) => {
    const { rpc, action, own } = createClient(example, async (url, init) => {
      const form = Object.fromEntries(
        new URLSearchParams(new TextDecoder().decode(init?.body as Uint8Array)),
      ) // why: the client sends bytes
      expect([String(url), init?.method]).toEqual([`${example.endpoint}/`, 'POST'])
      const { Signature, ...params } = form
      expect(params).toEqual(example.params)
      expect(Signature).toBe(signature('POST', params, example.accessKeySecret))
      return Response.json(example.answer)
    })
    expect(await rpc.call(action, own)).toEqual(example.answer)
  },
)

test.for([undefined, acs3])(
  'AssumeRole and GetCallerIdentity go through the emulator',
  async (signer) => {
    const { client } = createEmulator()
    const sts = createRpcClient({ ...client, version: '2015-04-01', signer })
    const role = { RoleArn: 'acs:ram::1234567890123:role/firstrole', RoleSessionName: 'client' }
    const { Credentials } = await sts.call('AssumeRole', role)
    expect(Credentials).toMatchObject({ AccessKeyId: expect.stringMatching(/^STS\./) as unknown })
    expect(await sts.call('GetCallerIdentity')).toHaveProperty('AccountId')
  },
)
