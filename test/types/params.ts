/**
 * What may be given as parameters: compiled by `npm run typecheck`, never run.
 *
 * @module
 */
import type { RpcClient, Saf, SafOptions, SafRegion } from '../../src/index.ts'

/** An interface has no index signature; most applications type their parameters so. */
interface Filter {
  readonly Key: string
  readonly Value?: string | undefined
}

interface DescribeRegions {
  readonly RegionId: string
  readonly Filter?: readonly Filter[]
  readonly Owner: Filter
}

interface LoginEvent {
  readonly eventCode: string
  readonly amount: number
}

interface EmailParams {
  readonly email: string
}

interface WrongEmailParams {
  readonly mail: string
}

class Params {
  readonly RegionId: string = ''
}

/** Parameters of an action. */
export async function rpcParams({ call }: RpcClient, given: DescribeRegions): Promise<void> {
  await call('DescribeRegions')
  await call('DescribeRegions', {})
  await call('DescribeRegions', given)
  await call('DescribeRegions', { ...given, On: true, At: new Date(0), Big: 1n, Gone: null })
  await call('DescribeRegions', { Nested: given, List: [given, 1, null, [given]], call: 'x' })
  await call('DescribeRegions', new Params())
  const record: Record<string, unknown> = {}
  await call('DescribeRegions', record)
  // @ts-expect-error -- a list
  await call('DescribeRegions', [given])
  // @ts-expect-error -- a promise that is not awaited
  await call('DescribeRegions', Promise.resolve(given))
  // @ts-expect-error -- a Map
  await call('DescribeRegions', new Map([['RegionId', '']]))
  // @ts-expect-error -- a function
  await call('DescribeRegions', () => given)
  // @ts-expect-error -- a text
  await call('DescribeRegions', 'RegionId=')
}

/** Parameters of a service. */
export async function safParams(
  { executeRequest: call, decide }: Saf,
  given: { readonly login: LoginEvent; readonly good: EmailParams; readonly bad: WrongEmailParams },
): Promise<void> {
  await call('email_risk', given.good)
  // @ts-expect-error -- email
  await call('email_risk', given.bad)
  await call('saf_de', given.login)
  await call('saf_de', { eventCode: '', amount: 1, nested: { a: [1] } })
  // @ts-expect-error -- eventCode
  await call('saf_de', given.good)
  await call('brand_new', given.bad)
  await decide('de_login', given.login)
}

/** Regions are completed, and others are left to the check at run time. */
export const regions: readonly SafRegion[] = ['ap-southeast-1', 'cn-shanghai']
// @ts-expect-error -- not a region with a public endpoint
export const elsewhere: SafRegion = 'mars-1'
/** An endpoint within the vendor's network. */
export const withinVpc: SafOptions = { endpoint: 'https://saf-vpc.cn-shanghai.aliyuncs.com' }
