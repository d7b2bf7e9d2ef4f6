/**
 * The vendor's own SDKs, which want a Node. Their transport, httpx, is replaced for as long as they
 * are measured; all before it is their own code.
 */
import OpenApi from '@alicloud/openapi-core'
import RpcClient from '@alicloud/pop-core'
import httpx from 'httpx'
import { ANSWER } from './answer.mjs'
import { mark } from './text.mjs'
import { ACTION, KEYS, SERVICE, VERSION, writeService } from './contestants.mjs'

const network = { request: httpx.request, read: httpx.read }

/** Keeps requests from the network, and remembers the last one. */
function keepLast() {
  const kept = {}
  const request = async (url, options) => {
    Object.assign(kept, { finished: mark(), url, data: options.data })
    return { statusCode: 200, headers: {}, req: { getHeaders: () => ({}) } }
  }
  // Set before every run: the two SDKs share httpx.
  const use = () => Object.assign(httpx, { request, read: async () => ANSWER })
  return { kept, use }
}

/** Gives httpx back to whoever wants the network. */
export function useNetwork() {
  Object.assign(httpx, network)
}

/** pop-core's client of SAF. */
export function createPopCore(endpoint) {
  return new RpcClient({ ...KEYS, endpoint, apiVersion: VERSION })
}

/** One call by pop-core: JSON first, since it takes text. */
export function callPopCore(client, photos) {
  const params = { Service: SERVICE, ServiceParameters: writeService(photos) }
  return client.request(ACTION, params, { method: 'POST' })
}

/** Its body stays a string: what its transport does to make bytes of it is not counted. */
function signPopCore(photos) {
  const { kept, use } = keepLast()
  const client = createPopCore('https://saf.ap-southeast-1.aliyuncs.com')
  const run = async () => {
    use()
    await callPopCore(client, photos)
    return kept.finished
  }
  return { run, last: () => ({ body: kept.data }) }
}

/** It signs its query and its form together, and sends the signature in the query. */
function signOpenApi(photos) {
  const { kept, use } = keepLast()
  const Client = OpenApi.default
  const endpoint = 'saf.ap-southeast-1.aliyuncs.com'
  const client = new Client({ ...KEYS, endpoint, protocol: 'https', signatureAlgorithm: 'v2' })
  const api = { action: ACTION, version: VERSION, method: 'POST', protocol: 'HTTPS', pathname: '/' }
  const types = { style: 'RPC', authType: 'AK', reqBodyType: 'formData', bodyType: 'none' }
  const run = async () => {
    use()
    const body = { Service: SERVICE, ServiceParameters: writeService(photos) }
    await client.callApi({ ...api, ...types }, { body }, {})
    return kept.finished
  }
  return { run, last: () => ({ body: kept.data.value, query: new URL(kept.url).searchParams }) }
}

export const vendors = [
  { name: 'pop-core', kind: 'rpc', create: signPopCore },
  { name: 'openapi-core', kind: 'rpc', create: signOpenApi },
]
