/**
 * Sessions: `<subject>.<expiry in epoch seconds>.<HMAC-SHA256 in hex>`, made by whoever logs your
 * users in, with the same secret. Put your own check here if you have one.
 */

/** Reads who calls out of `Authorization: Bearer <session>`; null when it is none, or over. */
export async function readSession(header: string | null, secret: string): Promise<string | null> {
  const [, text, subject, expiry, mac] =
    /^Bearer (([\w-]+)\.(\d+))\.([\da-f]{64})$/.exec(header ?? '') ?? []
  if (!text || !subject || !mac || Number(expiry) * 1000 < Date.now()) return null
  const bytes = Uint8Array.from(mac.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const key = await importKey(secret)
  return (await crypto.subtle.verify('HMAC', key, bytes, encode(text))) ? subject : null
}

/** Writes a session, as your login would. */
export async function writeSession(
  subject: string,
  expiry: number,
  secret: string,
): Promise<string> {
  const text = `${subject}.${expiry}`
  const mac = new Uint8Array(
    await crypto.subtle.sign('HMAC', await importKey(secret), encode(text)),
  )
  return `${text}.${Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function importKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', encode(secret), algorithm, false, ['sign', 'verify'])
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
}
