/** A gigabyte without a length, written only as fast as it is taken. */
import { request as connect } from 'node:http'

const BYTES = 2 ** 30
const CHUNK = 2 ** 20

/**
 * Writes zeros until the server has answered or closed; tells the status, the text of the answer
 * and how many megabytes had gone by then.
 */
export async function sendChunks(url, given) {
  const type = 'multipart/form-data; boundary=x'
  const headers = { ...given, 'content-type': type, 'transfer-encoding': 'chunked' }
  const outgoing = connect(url, { method: 'POST', headers })
  outgoing.setMaxListeners(0)
  let [status, text] = [undefined, '']
  const ended = new Promise((resolve) => {
    outgoing.on('response', (response) => {
      status = response.statusCode
      response.on('data', (chunk) => (text += chunk)).on('close', resolve)
    })
    for (const event of ['error', 'close']) {
      outgoing.on(event, () => {
        // An answer that has begun is read to its end, whatever becomes of the rest of the request.
        if (status !== undefined) return
        status = 'closed'
        resolve()
      })
    }
  })
  const chunk = new Uint8Array(CHUNK)
  let sent = 0
  for (; sent < BYTES && status === undefined; sent += CHUNK) {
    if (outgoing.write(chunk)) continue
    await new Promise((resolve) => {
      for (const event of ['drain', 'close', 'response']) outgoing.once(event, resolve)
    })
  }
  await Promise.race([ended, new Promise((resolve) => void setTimeout(resolve, 10_000))])
  outgoing.destroy()
  return { status: status ?? 'none', text, sent: sent / CHUNK }
}
