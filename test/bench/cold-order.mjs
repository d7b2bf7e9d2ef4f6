/** What a fresh process signs first, and whether it did. */
import { AWS, KEYS, RESOURCE_CODE, writeParams, writeService } from './contestants.mjs'
import { makePhotos, SIZES } from './photos.mjs'
import { writeBase64 } from './text.mjs'
import { verify } from './verify.mjs'

const PHOTOS = makePhotos(SIZES['300 B'])
const URL_TO_SIGN = 'https://rekognition.us-east-1.amazonaws.com/'

/** Makes what the process is told; everything that is not signing is done here. */
export function createOrder() {
  const params = writeParams(writeService(PHOTOS))
  const form = new URLSearchParams(params).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    keys: KEYS,
    params,
    photos: {
      refFaceContent: writeBase64(PHOTOS.refFaceContent),
      authFaceContent: writeBase64(PHOTOS.authFaceContent),
      resourceCode: RESOURCE_CODE,
    },
    aws: {
      client: {
        accessKeyId: KEYS.accessKeyId,
        secretAccessKey: KEYS.accessKeySecret,
        ...AWS,
      },
      url: URL_TO_SIGN,
      init: { method: 'POST', headers, body: form },
    },
  }
}

/**
 * Checks what came out.
 *
 * @throws Error when it is no right signature of the order.
 */
export async function checkCold(name, { body, headers }) {
  if (!headers) return verify({ kind: 'rpc', name }, { body }, PHOTOS)
  const request = new Request(URL_TO_SIGN, { method: 'POST', headers, body })
  return verify({ kind: 'aws', name }, { request }, PHOTOS)
}
