import { expect, test } from 'vitest'
import { createRpcClient, createSaf } from '../../../src/index.ts'
import { acs3 } from '../../../src/sign/acs3.ts'

const KEY = { accessKeyId: 'id', accessKeySecret: 'secret', securityToken: 'token' }

test('acs3: a page is refused, even with a token', () => {
  expect(() => createSaf({ ...KEY })).not.toThrow()
  expect(() => createSaf({ ...KEY, signer: acs3 })).toThrow(/page/)
  const ecs = { ...KEY, endpoint: 'https://ecs.aliyuncs.com', version: '2014-05-26' }
  expect(() => createRpcClient({ ...ecs, signer: acs3 })).toThrow(TypeError)
})
