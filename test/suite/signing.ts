/**
 * Contract of `saf-edge/sign` and `saf-edge/noble`: RPC signature 1.0, stage by stage, against
 * values that others published.
 *
 * @module
 */
import { rfc2202 } from '../vectors/rfc2202.ts'
import { rpcVectors, wrongSignatures } from '../vectors/rpc-v1.ts'
import { deepEqual, equal, fail, ok } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'
import { signingInput } from './signing-input.ts'
import { signingStages } from './signing-stages.ts'

type HmacSha1 = Library['sign']['webHmacSha1']

/** Registers the signing tests. */
export const signing: Suite = (test, lib) => {
  testVectors(test, lib)
  testHmacs(test, lib)
  testWrongSignatures(test, lib)
  testForms(test, lib)
  signingStages(test, lib)
  signingInput(test, lib)
}

function listHmacs(lib: Library): readonly (readonly [name: string, hmac: HmacSha1])[] {
  return [
    ['webHmacSha1', lib.sign.webHmacSha1],
    ['nobleHmacSha1', lib.noble.nobleHmacSha1],
  ]
}

function testVectors(test: Test, lib: Library): void {
  const { sign, noble } = lib
  for (const { id, method, params, accessKeySecret, ...expected } of rpcVectors) {
    test(`canonicalizes ${id} as published`, () => {
      equal(sign.canonicalize(params), expected.canonicalQuery)
    })
    test(`writes the string to sign of ${id} as published`, () => {
      equal(sign.stringToSign(method, params), expected.stringToSign)
    })
    test(`signs ${id} as published by default`, async () => {
      equal(await sign.signature(method, params, accessKeySecret), expected.signature)
    })
    for (const [name, hmac] of listHmacs(lib)) {
      test(`signs ${id} as published with ${name}`, async () => {
        equal(await sign.signature(method, params, accessKeySecret, hmac), expected.signature)
      })
    }
    test(`signs ${id} as published with signatureSync`, () => {
      equal(noble.signatureSync(method, params, accessKeySecret), expected.signature)
    })
  }
  test('signs an empty method, no parameters and an empty secret', async () => {
    // Computed with OpenSSL: key "&", message "&%2F&".
    const expected = 'Xy3cAjlVnV8seDoiI5afGhxa+DU='
    for (const [name, hmac] of listHmacs(lib)) {
      equal(await sign.signature('', {}, '', hmac), expected, name)
    }
    equal(noble.signatureSync('', {}, ''), expected, 'signatureSync')
  })
}

function testHmacs(test: Test, lib: Library): void {
  for (const [name, hmac] of listHmacs(lib)) {
    for (const { id, keyHex, dataHex, digestHex } of rfc2202) {
      test(`${name} answers RFC 2202 ${id} in both call forms`, async () => {
        await equalInBothForms(hmac, fromHex(keyHex), { message: fromHex(dataHex), hex: digestHex })
      })
    }
    test(`${name} takes an empty key and an empty message`, async () => {
      // Computed with OpenSSL.
      const hex = 'fbdb1d1b18aa6c08324b7d64b71fb76370690e1d'
      await equalInBothForms(hmac, new Uint8Array(0), { message: new Uint8Array(0), hex })
    })
    test(`${name} reads views of a larger buffer, and only the view`, async () => {
      const buffer = new Uint8Array(64).fill(0x77)
      const [vector] = rfc2202
      ok(vector)
      const key = fromHex(vector.keyHex)
      const data = fromHex(vector.dataHex)
      buffer.set(key, 3)
      buffer.set(data, 40)
      const keyView = buffer.subarray(3, 3 + key.length)
      const message = buffer.subarray(40, 40 + data.length)
      await equalInBothForms(hmac, keyView, { message, hex: vector.digestHex })
    })
    test(`${name} keeps a prepared key apart from later keys and messages`, async () => {
      const prepare = requirePrepare(hmac)
      const prepared = rfc2202.map((vector) => prepare(fromHex(vector.keyHex)))
      const digests = rfc2202.map((vector, at) => prepared[at]?.(fromHex(vector.dataHex)))
      const again = rfc2202.map((vector, at) => prepared[at]?.(fromHex(vector.dataHex)))
      const expected = rfc2202.map((vector) => fromHex(vector.digestHex))
      deepEqual(await Promise.all(digests), expected, 'first round')
      deepEqual(await Promise.all(again), expected, 'second round')
    })
  }
  test('nobleHmacSha1 answers synchronously', () => {
    const [vector] = rfc2202
    ok(vector)
    const key = fromHex(vector.keyHex)
    equal(toHex(lib.noble.nobleHmacSha1(key, fromHex(vector.dataHex))), vector.digestHex)
  })
}

function testWrongSignatures(test: Test, lib: Library): void {
  for (const wrong of wrongSignatures) {
    for (const [name, hmac] of listHmacs(lib)) {
      test(`${name} reproduces the wrong signature ${wrong.id} from its own mistake`, async () => {
        const mac = await hmac(encode(wrong.hmacKey), encode(wrong.stringToSign))
        equal(toBase64(mac), wrong.signature)
      })
    }
    const base = rpcVectors.find(({ id }) => id === wrong.base)
    if (base === undefined) continue
    test(`never gives the wrong signature ${wrong.id}`, async () => {
      const signed = await lib.sign.signature(base.method, base.params, base.accessKeySecret)
      ok(signed !== wrong.signature, 'signature differs from the wrong one')
    })
  }
}

function testForms(test: Test, lib: Library): void {
  const { signForm, signature } = lib.sign
  for (const [name, hmac] of listHmacs(lib)) {
    for (const vector of rpcVectors) {
      const { id, method, params, accessKeySecret } = vector
      test(`signForm with ${name} writes ${id} as a form that decodes to it`, async () => {
        const form = await signForm(params, accessKeySecret, hmac)
        const expected = await signature('POST', params, accessKeySecret, hmac)
        equal(form.signature, expected, 'signature')
        if (method === 'POST') equal(form.signature, vector.signature, 'published signature')
        deepEqual(decodeForm(form.body), { ...params, Signature: expected }, 'decoded form')
      })
    }
  }
  test('signForm signs by default with the same signature', async () => {
    const vector = rpcVectors.find(({ method }) => method === 'POST')
    ok(vector)
    const form = await signForm(vector.params, vector.accessKeySecret)
    equal(form.signature, vector.signature)
  })
  test('signForm replaces a Signature that was passed in', async () => {
    const form = await signForm({ Action: 'A', Signature: 'stale' }, 'testsecret')
    const expected = await signature('POST', { Action: 'A' }, 'testsecret')
    deepEqual(decodeForm(form.body), { Action: 'A', Signature: expected })
  })
  test('signForm of no parameters sends the signature alone', async () => {
    const form = await signForm({}, '')
    // Computed with OpenSSL: key "&", message "POST&%2F&".
    equal(form.signature, 'nMdLtrAyxmjsH263DUNNFSda5qM=')
    equal(decode(form.body), 'Signature=nMdLtrAyxmjsH263DUNNFSda5qM%3D')
  })
  test('signForm keeps text, spaces and empty values through the form', async () => {
    const params = { 名: '中文 +%&=\r\n', b: '', "!'()*~": '😀', '': 'nameless' }
    const form = await signForm(params, '密钥')
    const { Signature, ...decoded } = decodeForm(form.body)
    deepEqual(decoded, params)
    equal(Signature, form.signature)
  })
}

async function equalInBothForms(
  hmac: HmacSha1,
  key: Uint8Array<ArrayBuffer>,
  expected: { readonly message: Uint8Array<ArrayBuffer>; readonly hex: string },
): Promise<void> {
  equal(toHex(await hmac(key, expected.message)), expected.hex, 'hmac(key, message)')
  equal(toHex(await requirePrepare(hmac)(key)(expected.message)), expected.hex, 'prepared')
}

function requirePrepare(hmac: HmacSha1): NonNullable<HmacSha1['prepare']> {
  return hmac.prepare ?? fail('expected a prepare method')
}

/** Reads a form strictly: nothing but unreserved characters and capital escapes, no name twice. */
function decodeForm(body: Uint8Array): Record<string, string> {
  const text = decode(body)
  ok(/^(?:[A-Za-z0-9\-_.~=&]|%[0-9A-F]{2})*$/.test(text), 'form is percent-encoded throughout')
  const pairs = text.split('&').map((pair): [string, string] => {
    const [name, value, ...more] = pair.split('=').map(decodeURIComponent)
    if (name === undefined || value === undefined || more.length > 0) fail('form has a bad pair')
    return [name, value]
  })
  equal(new Set(pairs.map(([name]) => name)).size, pairs.length, 'number of different names')
  return Object.fromEntries(pairs)
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
