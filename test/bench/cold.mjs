/**
 * Imports one signer and signs once, in a fresh process: `cold.mjs <order as JSON>`; prints the
 * milliseconds and what came out. It imports nothing else.
 */
const { kind, module, httpx, keys, params, photos, aws } = JSON.parse(process.argv[2])
const first = {
  async signForm() {
    const { signForm } = await import(module)
    return (await signForm(params, keys.accessKeySecret)).body
  },
  async verifyFace() {
    const { createSaf } = await import(module)
    return new Promise((resolve, reject) => {
      const fetch = (_url, { body }) => {
        resolve(body)
        return new Promise(() => {})
      }
      createSaf({ ...keys, fetch })
        .verifyFace(photos)
        .catch(reject)
    })
  },
  async aws4fetch() {
    const { AwsClient } = await import(module)
    return new AwsClient(aws.client).sign(aws.url, aws.init)
  },
  async 'aws4fetch signer'() {
    const { AwsV4Signer } = await import(module)
    return new AwsV4Signer({ url: aws.url, ...aws.client, ...aws.init }).sign()
  },
  async 'pop-core'() {
    const { default: RpcClient } = await import(module)
    const { default: transport } = await import(httpx)
    const client = new RpcClient({ ...keys, endpoint: 'https://a.b', apiVersion: params.Version })
    return new Promise((resolve, reject) => {
      transport.request = (_url, { data }) => {
        resolve(data)
        return new Promise(() => {})
      }
      const { Service, ServiceParameters } = params
      const options = { method: 'POST' }
      client.request(params.Action, { Service, ServiceParameters }, options).catch(reject)
    })
  },
}[kind]
for (const [name, text] of Object.entries(photos)) {
  if (name !== 'resourceCode') {
    photos[name] = Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  }
}

const start = performance.now()
const made = await first()
const ms = performance.now() - start

const result = made.headers
  ? { body: aws.init.body, headers: Object.fromEntries(made.headers) }
  : { body: typeof made === 'string' ? made : new TextDecoder().decode(made) }
console.log(JSON.stringify({ ms, ...result }))
process.exit()
