import ky1 from 'ky'
import ky2 from 'ky2'
import { expect, test } from 'vitest'
import type { FetchLike } from '../../../src/index.ts'
import { kyFetch, signedKy } from '../../../src/ky/index.ts'
import { record } from './kys.ts'

const { fetch } = record()
const OPTIONS = {
  endpoint: 'https://ecs.aliyuncs.com',
  version: '2014-05-26',
  accessKeyId: 'id',
  accessKeySecret: 'secret',
  fetch,
}

test('each version of ky keeps its own type', async () => {
  const first: typeof ky1 = signedKy(ky1, OPTIONS)
  const second: typeof ky2 = signedKy(ky2, OPTIONS)
  const transports: FetchLike[] = [kyFetch(ky1), kyFetch(ky2)]
  expect(transports).toHaveLength(2)
  const answer: { RequestId: string } = await first.post('Do').json<{ RequestId: string }>()
  const other: { RequestId: string } = await second.post('Do').json<{ RequestId: string }>()
  expect([answer.RequestId, other.RequestId]).toEqual(['R', 'R'])
})

test('what is no option of ky does not compile', () => {
  const ecs = signedKy(ky2, OPTIONS)
  // @ts-expect-error: ky knows no such option
  const send = (): unknown => ecs.post('Do', { jsn: {} })
  // @ts-expect-error: the version is needed
  const make = (): unknown => signedKy(ky2, { ...OPTIONS, version: undefined })
  expect([typeof send, typeof make]).toEqual(['function', 'function'])
  expect(make).toThrow(/"version"/)
})
