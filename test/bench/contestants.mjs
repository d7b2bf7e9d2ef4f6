/**
 * Everybody who makes a signed request out of two photos. Each is used as its users use it, and
 * none reaches a network: what takes requests in its place keeps the last one.
 *
 * A contestant is `{ name, kind, create(photos) }`; `create` gives `{ run, last }`: `run` does the
 * work once and resolves the `mark` at which the body was finished, when that is not the end of
 * it; `last` shows what the last run made.
 */
import { AwsClient } from 'aws4fetch'
import { createSaf } from 'saf-edge'
import { nobleHmacSha1 } from 'saf-edge/noble'
import { signForm } from 'saf-edge/sign'
import { ANSWER } from './answer.mjs'
import { mark, utf8, writeBase64 } from './text.mjs'

export const KEYS = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }
export const ACTION = 'ExecuteRequest'
export const VERSION = '2019-05-21'
export const SERVICE = 'intl_face_verify'
export const RESOURCE_CODE = '00840000'
export const AWS = { service: 'rekognition', region: 'us-east-1' }

/** What everybody but `verifyFace` makes of the photos first. */
export function writeService({ refFaceContent, authFaceContent }) {
  return JSON.stringify({
    refFaceContent: writeBase64(refFaceContent),
    authFaceContent: writeBase64(authFaceContent),
    resourceCode: RESOURCE_CODE,
  })
}

/** Every parameter of one call, made anew each time. */
export function writeParams(serviceParameters) {
  return {
    Action: ACTION,
    Version: VERSION,
    Format: 'JSON',
    AccessKeyId: KEYS.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: crypto.randomUUID(),
    Timestamp: new Date().toISOString().replace(/\.\d+/, ''),
    Service: SERVICE,
    ServiceParameters: serviceParameters,
  }
}

/** `verifyFace`: checks, signature, deadline, a stubbed fetch, the answer's verdict. */
function verifyFaceWith(hmac) {
  return (photos) => {
    let body
    let finished
    const saf = createSaf({
      ...KEYS,
      ...hmac,
      maxPhotoBytes: 2 ** 24,
      fetch: async (_url, init) => {
        finished = mark()
        body = init.body
        return new Response(ANSWER)
      },
    })
    const input = { ...photos, resourceCode: RESOURCE_CODE }
    const run = async () => {
      await saf.verifyFace(input)
      return finished
    }
    return { run, last: () => ({ body }) }
  }
}

/** `signForm` on text, for callers who have a service of their own. */
function signFormWith(hmac) {
  return (photos) => {
    let body
    const run = async () => {
      const params = writeParams(writeService(photos))
      body = (await signForm(params, KEYS.accessKeySecret, hmac)).body
    }
    return { run, last: () => ({ body }) }
  }
}

/** As above, with the text of the photos at hand already. */
function signTextWith(hmac) {
  return (photos) => {
    let body
    const text = writeService(photos)
    const run = async () => {
      body = (await signForm(writeParams(text), KEYS.accessKeySecret, hmac)).body
    }
    return { run, last: () => ({ body }) }
  }
}

/** What one writes without a library: encodeURIComponent and a regular expression, twice. */
function signNaively(photos) {
  let body
  let key
  const encode = (text) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  const run = async () => {
    const params = writeParams(writeService(photos))
    const query = Object.keys(params)
      .sort()
      .map((name) => `${encode(name)}=${encode(params[name])}`)
      .join('&')
    key ??= await importKey(utf8(`${KEYS.accessKeySecret}&`))
    const message = utf8(`POST&${encode('/')}&${encode(query)}`)
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
    body = utf8(`${query}&Signature=${encode(writeBase64(mac))}`)
  }
  return { run, last: () => ({ body }) }
}

/** The least that any implementation does: HMAC-SHA1, native or @noble's, and a copy of the body. */
function createFloor(prepare) {
  return async (photos) => {
    const naive = signNaively(photos)
    await naive.run()
    const { body } = naive.last()
    const hmac = await prepare(utf8(`${KEYS.accessKeySecret}&`))
    const query = body.subarray(0, body.lastIndexOf(0x26)) // The `&` before Signature.
    const percents = query.reduce((count, byte) => count + Number(byte === 0x25), 0)
    const separators = new TextDecoder().decode(query).split(/[=&]/).length - 1
    // Every `%`, `=` and `&` grows by two bytes in the string to sign.
    const message = new Uint8Array(query.length + 2 * (percents + separators) + 9).fill(0x41)
    let copy
    const run = async () => {
      copy = body.slice()
      await hmac(message)
    }
    return { run, last: () => ({ body: copy, message }) }
  }
}

async function prepareNative(secret) {
  const key = await importKey(secret)
  return (message) => crypto.subtle.sign('HMAC', key, message)
}

function importKey(secret) {
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  return crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
}

/** aws4fetch as its readme has it: a form in, a signed Request out. */
function signAws(photos) {
  const client = new AwsClient({
    accessKeyId: KEYS.accessKeyId,
    secretAccessKey: KEYS.accessKeySecret,
    ...AWS,
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  let request
  const run = async () => {
    const form = { Action: ACTION, Version: VERSION, Service: SERVICE }
    const ServiceParameters = writeService(photos)
    const body = new URLSearchParams({ ...form, ServiceParameters }).toString()
    request = await client.sign('https://rekognition.us-east-1.amazonaws.com/', {
      method: 'POST',
      headers,
      body,
    })
  }
  return { run, last: () => ({ request }) }
}

/** Those that need nothing of the host but Web APIs. */
export const contestants = [
  { name: 'verifyFace', kind: 'rpc', create: verifyFaceWith({}) },
  { name: 'verifyFace, noble', kind: 'rpc', create: verifyFaceWith({ hmac: nobleHmacSha1 }) },
  { name: 'signForm', kind: 'rpc', create: signFormWith() },
  { name: 'signForm, noble', kind: 'rpc', create: signFormWith(nobleHmacSha1) },
  { name: 'signForm of text', kind: 'rpc', create: signTextWith() },
  { name: 'naive Web Crypto', kind: 'rpc', create: signNaively },
  { name: 'aws4fetch', kind: 'aws', create: signAws },
  { name: 'floor', kind: 'floor', create: createFloor(prepareNative) },
  { name: 'floor, noble', kind: 'floor', create: createFloor(nobleHmacSha1.prepare) },
]
