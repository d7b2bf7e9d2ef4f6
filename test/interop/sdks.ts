/**
 * The vendor's two Node SDKs behind one shape, and its credential providers behind another. They are
 * loaded late and without their types, so that everything else compiles without them.
 *
 * @module
 */
import { createRequire } from 'node:module'

/** Parameters as both SDKs take them. */
export type VendorParams = Readonly<Record<string, unknown>>

/** One call. */
export interface VendorCall {
  readonly action: string
  readonly params: VendorParams
  readonly method: string
  /** The API version; SAF's current one by default. */
  readonly version?: string
}

/** Whom to call, and as whom. */
export interface VendorConfig {
  readonly origin: string
  readonly accessKeyId: string
  readonly accessKeySecret: string
  readonly securityToken?: string
}

/** How a call ended, as the SDK tells it. */
export interface Ending {
  readonly isRejected: boolean
  /** `Code` of the answer, as the SDK has it. */
  readonly code: unknown
  /** The answer; empty when the SDK could not read it. */
  readonly body: Readonly<Record<string, unknown>>
  /** What the SDK threw. */
  readonly error?: Readonly<Record<string, unknown>>
}

/** One of the SDKs. */
export interface VendorSdk {
  readonly name: string
  readonly call: (config: VendorConfig, call: VendorCall) => Promise<Ending>
}

/** The version of SAF's API that the SDKs are asked to call. */
export const SAF_VERSION = '2019-05-21'

const require = createRequire(import.meta.url)

interface PopCore {
  new (config: object): {
    request: (action: string, params: object, options: object) => Promise<object>
  }
}

/** Calls with `@alicloud/pop-core`: a POST has everything in the form. */
export const popCore: VendorSdk = {
  name: '@alicloud/pop-core',
  call: (config, call) => callPopCore(config, call),
}

/** Calls with `@alicloud/pop-core`, with options of its own. */
export function callPopCore(
  { origin, ...keys }: VendorConfig,
  { action, params, method, version = SAF_VERSION }: VendorCall,
  options: object = {},
): Promise<Ending> {
  const RpcClient = require('@alicloud/pop-core') as PopCore // why: its published shape
  const client = new RpcClient({ ...keys, endpoint: origin, apiVersion: version, ...options })
  return settle(client.request(action, params, { method }))
}

interface OpenApiCore {
  /** Flattens what goes into a query, as the vendor's generated clients have it do. */
  readonly OpenApiUtil: { readonly query: (params: object) => object }
  readonly default: new (config: object) => {
    callApi: (params: object, request: object, runtime: object) => Promise<{ body: object }>
  }
}

/**
 * Calls with `@alicloud/openapi-core`, which makes the clients of today: common parameters go into
 * the query, the API's own into the form of a POST.
 */
export const openApiCore: VendorSdk = {
  name: '@alicloud/openapi-core',
  call({ origin, ...keys }, { action, params, method, version = SAF_VERSION }) {
    const { default: Client, OpenApiUtil } = require('@alicloud/openapi-core') as OpenApiCore // why: as above
    const endpoint = new URL(origin).host
    const client = new Client({ ...keys, endpoint, protocol: 'http', signatureAlgorithm: 'v2' })
    const api = { action, version, method, protocol: 'HTTP', pathname: '/', style: 'RPC' }
    const types = { authType: 'AK', reqBodyType: 'formData', bodyType: 'json' }
    const request = method === 'POST' ? { body: params } : { query: OpenApiUtil.query(params) }
    const answer = client.callApi({ ...api, ...types }, request, {})
    return settle(answer.then(({ body }) => body))
  },
}

/** A key as a credential provider has it. */
export type VendorKey = Omit<VendorConfig, 'origin'>

interface Provider {
  getCredentials: () => Promise<VendorKey>
  /** Sends a request; the vendor's own tests replace it. */
  doRequest: (request: { protocol: string }) => Promise<unknown>
}

type Builder = { readonly build: () => Provider } & Record<string, (value: unknown) => Builder>

type Credentials = Record<string, { readonly builder: () => Builder }>

/** How a provider is made: its name, and what its builder is told, by method. */
export interface ProviderConfig {
  readonly provider: 'RAMRoleARNCredentialsProvider' | 'OIDCRoleArnCredentialsProvider'
  readonly origin: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** Gets a key from `@alicloud/credentials`, whose providers know https only. */
export async function provideKey(config: ProviderConfig): Promise<VendorKey> {
  const { provider: name, origin, settings } = config
  const builder = createBuilder(name).withStsEndpoint?.(new URL(origin).host)
  for (const [method, value] of Object.entries(settings)) builder?.[method]?.(value)
  const provider = builder?.build()
  if (!provider) throw new Error(`"${name}" has no builder`)
  const { doRequest } = provider
  provider.doRequest = (request) => doRequest(Object.assign(request, { protocol: 'http' }))
  return provider.getCredentials()
}

/** A provider of a fixed key, which another one asks first. */
export function holdKey({ accessKeyId, accessKeySecret }: VendorKey): unknown {
  const builder = createBuilder('StaticAKCredentialsProvider')
  return builder.withAccessKeyId?.(accessKeyId).withAccessKeySecret?.(accessKeySecret).build()
}

function createBuilder(name: string): Builder {
  const credentials = require('@alicloud/credentials') as Credentials // why: its published shape
  const builder = credentials[name]?.builder()
  if (!builder) throw new Error(`no provider "${name}"`)
  return builder
}

async function settle(answer: Promise<object>): Promise<Ending> {
  try {
    const body = { ...(await answer) } as Record<string, unknown> // why: decoded JSON
    return { isRejected: false, code: body['Code'], body }
  } catch (thrown) {
    const error = thrown as Record<string, unknown> // why: both SDKs throw objects only
    const body = { ...Object(error['data']) } as Record<string, unknown> // why: decoded JSON
    return { isRejected: true, code: error['code'], body, error }
  }
}
