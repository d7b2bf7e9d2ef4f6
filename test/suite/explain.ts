/**
 * Contract of `explainMismatch`: a wrong signature is recognised by its mistake, and a difference
 * from the gateway's string to sign by its parameter. Names are shown, values and secrets never.
 *
 * @module
 */
import { rpcVectors, wrongSignatures } from '../vectors/rpc-v1.ts'
import { wrongRequest, wrongVectors } from '../vectors/wrong.ts'
import { deepEqual, equal, fail, ok, rejects } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'

type Explain = Library['sign']['explainMismatch']
type Options = Parameters<Explain>[0]
type Explanation = Awaited<ReturnType<Explain>>

const MESSAGE = 'Specified signature is not matched with our calculation. server string to sign is:'

/** Stands in every value that must not be shown. */
const CANARY = 'c4n4ry'

const REQUEST = {
  method: 'POST',
  accessKeySecret: `${CANARY}-secret`,
  params: {
    AccessKeyId: `${CANARY}-id`,
    Action: 'ExecuteRequest',
    Format: 'JSON',
    Note: `a ${CANARY}+b*~`,
    ServiceParameters: `{"photo":"${CANARY}&Also${CANARY}","x":"é"}`,
    Timestamp: '2026-02-03T04:05:06Z',
    Version: '2019-05-21',
  },
} as const

/** Registers the tests. */
export const explain: Suite = (test, lib) => {
  testPublishedMistakes(test, lib)
  testVectors(test, lib)
  testDifferences(test, lib)
  testPastes(test, lib)
  testInput(test, lib)
}

/** What each published wrong signature is called. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'vault-DescribeRegions-bare-ampersand': 'bare-ampersand',
  'kms-CreateKey-bare-ampersand': 'bare-ampersand',
  'ecs-DescribeRegions-secret-without-ampersand': 'secret-without-ampersand',
  'ecs-DescribeRegions-ampersand-before-secret': 'ampersand-before-secret',
  'ecs-DescribeRegions-method': 'method',
}

function testPublishedMistakes(test: Test, { sign, noble }: Library): void {
  test('names each published mistake, with either HMAC', async () => {
    equal(Object.keys(PUBLISHED).length, wrongSignatures.length, 'published mistakes')
    for (const wrong of wrongSignatures) {
      const base = rpcVectors.find(({ id }) => id === wrong.base)
      const params = base?.params ?? readParams(wrong.stringToSign)
      const { signature } = wrong
      const options = { method: 'GET', params, accessKeySecret: 'testsecret', signature }
      for (const hmac of [undefined, sign.webHmacSha1, noble.nobleHmacSha1]) {
        const { mistake } = await sign.explainMismatch(options, hmac)
        equal(mistake, PUBLISHED[wrong.id], wrong.id)
      }
    }
  })
  test('finds nothing wrong with the published right signatures', async () => {
    for (const { accessKeySecret, id, method, params, signature } of rpcVectors) {
      const options = { method, params, accessKeySecret, signature }
      const explanation = await sign.explainMismatch(options)
      equal(explanation.mistake, 'none', id)
      deepEqual(Object.keys(explanation), ['mistake', 'message'], id)
    }
  })
}

function testVectors(test: Test, { sign }: Library): void {
  const serverMessage = MESSAGE + sign.stringToSign(wrongRequest.method, wrongRequest.params)
  for (const { id, mistake, parameter, signature, stringToSign } of wrongVectors) {
    test(`recognises ${id}`, async () => {
      const explanation = await sign.explainMismatch({ ...wrongRequest, signature })
      equal(explanation.mistake, mistake, explanation.message)
      if (parameter !== undefined) equal(explanation.parameter, parameter, 'parameter')
      ok(/^[^\n]{20,}$/.test(explanation.message), 'message is one line')
      equal(explanation.offset, findOffset(serverMessage, MESSAGE + stringToSign), 'offset')
    })
    test(`recognises ${id} also when the gateway signed the same text`, async () => {
      const options = { ...wrongRequest, signature, serverMessage }
      const explanation = await sign.explainMismatch(options)
      equal(explanation.mistake, mistake === 'none' ? 'wrong-secret' : mistake)
    })
  }
  test('calls a signature of other values or another secret unknown', async () => {
    const { method, params } = wrongRequest
    const other = { ...params, RegionId: 'cn-shanghai' }
    for (const signature of [
      await sign.signature(method, params, 'another-secret'),
      await sign.signature(method, other, wrongRequest.accessKeySecret),
    ]) {
      const explanation = await sign.explainMismatch({ ...wrongRequest, signature })
      equal(explanation.mistake, 'unknown')
      ok(/none of \d{3,4} ways/.test(explanation.message), 'message says what was ruled out')
      const both = await sign.explainMismatch({ ...wrongRequest, signature, serverMessage })
      equal(both.mistake, 'wrong-secret')
    }
  })
  test('tells what is wrong with the writing of a signature', async () => {
    const right = wrongVectors[0]?.signature ?? ''
    ok(right.includes('+'), 'the right signature has a plus')
    const cases: readonly (readonly [signature: string, mistake: string])[] = [
      [` ${right}\r\n`, 'none'],
      [sign.percentEncode(right), 'none'],
      [right.replaceAll('+', ' '), 'plus-for-space'],
      [right.replaceAll('=', ''), 'altered-parameter'],
      ['', 'unknown'],
      ['=', 'unknown'],
      ['%', 'unknown'],
      ['%E4', 'unknown'],
      [right.slice(1), 'unknown'],
      [`${right.slice(0, -1)}${right}`, 'unknown'],
      ['\ud800', 'unknown'],
      ['A'.repeat(100_000), 'unknown'],
    ]
    for (const [signature, mistake] of cases) {
      equal(
        (await sign.explainMismatch({ ...wrongRequest, signature })).mistake,
        mistake,
        signature,
      )
    }
    const sha256 = `${'A'.repeat(43)}=`
    const { message } = await sign.explainMismatch({ ...wrongRequest, signature: sha256 })
    ok(message.includes('HMAC-SHA256'), message)
  })
  test('names the hash of a signature that another one made, whatever the gateway signed', async () => {
    const digests = [
      ['HMAC-MD5', 16],
      ['HMAC-SHA256', 32],
      ['HMAC-SHA384', 48],
      ['HMAC-SHA512', 64],
    ] as const
    for (const [hash, length] of digests) {
      const bytes = String.fromCharCode(...Array.from({ length }, (_, at) => (at * 37 + 11) % 256))
      const base64 = btoa(bytes)
      const hex = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'))
      const safe = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
      const text = hex.join('')
      for (const signature of [base64, safe, text, text.toUpperCase(), btoa(text)]) {
        for (const more of [{}, { serverMessage }]) {
          const explanation = await sign.explainMismatch({ ...wrongRequest, ...more, signature })
          equal(explanation.mistake, 'unknown', explanation.message)
          ok(explanation.message.includes(`${hash}:`), `${hash}, got: ${explanation.message}`)
        }
      }
    }
  })
  test('blames the secret for what cannot be read no more than for a text of its own', async () => {
    const { method, params } = wrongRequest
    for (const signature of ['', 'no base64', 'AAAA']) {
      const { message } = await sign.explainMismatch({ ...wrongRequest, signature, serverMessage })
      ok(message.startsWith('the signature is '), message)
    }
    const canonical = sign.canonicalize(params)
    const signature = await sign.signature(method, { text: canonical }, 'not-a-real-secret')
    const { message } = await sign.explainMismatch({ ...wrongRequest, signature, serverMessage })
    ok(/secret.*another text/i.test(message), message)
  })
  test('finds milliseconds in the timestamp that is sent, however it is signed', async () => {
    const params = { ...REQUEST.params, Timestamp: '2026-02-03T04:05:06.789Z' }
    const signatures = [
      await sign.signature('POST', params, REQUEST.accessKeySecret),
      await sign.signature('POST', REQUEST.params, REQUEST.accessKeySecret),
      await sign.signature('POST', params, 'another'),
    ]
    for (const signature of signatures) {
      const explanation = await sign.explainMismatch({ ...REQUEST, params, signature })
      equal(explanation.mistake, 'milliseconds')
      equal(explanation.parameter, 'Timestamp')
      hidesCanaries(explanation)
    }
  })
}

/** What arrived instead of what was signed, and what that is called. */
const DIFFERENCES: readonly (readonly [
  name: string,
  arrived: Readonly<Record<string, string | undefined>>,
  mistake: string,
  parameter: string | undefined,
])[] = [
  [
    'a parameter that was not signed',
    { SecurityToken: CANARY },
    'missing-parameter',
    'SecurityToken',
  ],
  ['an unknown parameter that was not signed', { Zone: '1' }, 'missing-parameter', 'Zone'],
  ['a parameter that did not arrive', { Format: undefined }, 'extra-parameter', 'Format'],
  ['a last parameter that did not arrive', { Version: undefined }, 'extra-parameter', 'Version'],
  ['one more and one less', { Bar: '1', Format: undefined }, 'missing-parameter', 'Bar'],
  ['one less and one more', { Goo: '1', Format: undefined }, 'extra-parameter', 'Format'],
  ['another value', { Action: CANARY }, 'altered-parameter', 'Action'],
  ['an empty value', { Note: '' }, 'altered-parameter', 'Note'],
  ['milliseconds', { Timestamp: '2026-02-03T04:05:06.789Z' }, 'milliseconds', 'Timestamp'],
  ['another time', { Timestamp: '2026-02-03T04:05:07Z' }, 'altered-parameter', 'Timestamp'],
  ['a plus that became a space', { Note: `a ${CANARY} b*~` }, 'plus-for-space', 'Note'],
  ['spaces that became a plus', { Note: `a+${CANARY}+b*~` }, 'plus-for-space', 'Note'],
  ['a star that stayed encoded', { Note: `a ${CANARY}+b%2A~` }, 'star-or-tilde', 'Note'],
  ['a tilde that stayed encoded', { Note: `a ${CANARY}+b*%7E` }, 'star-or-tilde', 'Note'],
  ['an encoded value', { Note: `a%20${CANARY}%2Bb%2A~` }, 'encoded-thrice', 'Note'],
  ['a form-encoded value', { Note: `a+${CANARY}%2Bb*%7E` }, 'encoded-thrice', 'Note'],
  [
    'a value cut at a bare &',
    { ServiceParameters: `{"photo":"${CANARY}`, [`Also${CANARY}","x":"é"}`]: '' },
    'altered-parameter',
    'ServiceParameters',
  ],
  [
    'JSON that was written anew',
    { ServiceParameters: `{ "photo": "${CANARY}&Also${CANARY}", "x": "é" }` },
    'altered-parameter',
    'ServiceParameters',
  ],
  [
    'another name with the same letters',
    { accessKeyId: `${CANARY}-id`, AccessKeyId: undefined },
    'extra-parameter',
    'AccessKeyId',
  ],
]

function testDifferences(test: Test, { sign }: Library): void {
  const echo = (arrived: Readonly<Record<string, string | undefined>>, method = 'POST'): string => {
    const all = Object.entries({ ...REQUEST.params, ...arrived })
    const sent = all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    return sign.stringToSign(method, Object.fromEntries(sent))
  }
  for (const [name, arrived, mistake, parameter] of DIFFERENCES) {
    test(`finds ${name} in the gateway's string to sign`, async () => {
      const text = echo(arrived)
      const explanation = await sign.explainMismatch({ ...REQUEST, serverMessage: MESSAGE + text })
      equal(explanation.mistake, mistake, explanation.message)
      equal(explanation.parameter, parameter, 'parameter')
      equal(explanation.offset, findOffset(echo({}), text), 'offset')
      hidesCanaries(explanation)
    })
  }
  test('finds a value that was signed encoded and arrived decoded', async () => {
    const params = { ...REQUEST.params, Note: `a%20${CANARY}` }
    const serverMessage = MESSAGE + echo({ Note: `a ${CANARY}` })
    const explanation = await sign.explainMismatch({ ...REQUEST, params, serverMessage })
    equal(explanation.mistake, 'encoded-once')
    equal(explanation.parameter, 'Note')
  })
  test('finds another method, whatever else differs', async () => {
    for (const arrived of [{}, { Format: 'XML' }]) {
      const serverMessage = MESSAGE + echo(arrived, 'GET')
      const explanation = await sign.explainMismatch({ ...REQUEST, serverMessage })
      equal(explanation.mistake, 'method')
      equal(explanation.offset, 0)
      ok(explanation.message.includes('GET'), explanation.message)
    }
  })
  test('never shows as a name what may be a piece of a value', async () => {
    const names = [CANARY, `x${CANARY}`, CANARY.slice(0, 5), 'photo', `${CANARY}-secret`, '密']
    for (const name of names) {
      const serverMessage = MESSAGE + echo({ [name]: 'x', Action: undefined })
      hidesCanaries(await sign.explainMismatch({ ...REQUEST, serverMessage }))
    }
    for (const text of [`GET&%2F&${CANARY}`, `${CANARY}&%2F&`, `POST&${CANARY}&a%3Db`, CANARY]) {
      const serverMessage = MESSAGE + text
      hidesCanaries(await sign.explainMismatch({ ...REQUEST, serverMessage }))
    }
  })
  test('says that an answer may belong to another attempt, or to another account', async () => {
    const params = { ...REQUEST.params, SignatureNonce: CANARY }
    for (const [name, other] of [
      ['SignatureNonce', { SignatureNonce: 'x', Timestamp: '2026-02-03T04:05:09Z' }],
      ['Timestamp', { Timestamp: '2026-02-03T04:05:09Z' }],
      ['AccessKeyId', { AccessKeyId: 'x', Action: 'y', SignatureNonce: 'z' }],
    ] as const) {
      const serverMessage = MESSAGE + sign.stringToSign('POST', { ...params, ...other })
      const explanation = await sign.explainMismatch({ ...REQUEST, params, serverMessage })
      equal(explanation.mistake, 'altered-parameter')
      equal(explanation.parameter, name, 'parameter')
      ok(explanation.message.includes('another request'), explanation.message)
    }
  })
  test('shows no data that was given as the name of a parameter', async () => {
    // A body that was not encoded, read as a form; and a photo in the place of the parameters.
    const piece = ` ${CANARY}","refFaceContent":"/9j/${CANARY.repeat(30)}","resourceCode":"1"}`
    for (const name of [piece, `/9j/${CANARY}`, CANARY.repeat(12), `${CANARY}\n`, `{${CANARY}`]) {
      const { accessKeySecret, method } = REQUEST
      const less = { ...REQUEST.params, Zone: '1' }
      const params = { ...less, [name]: '' }
      const arrived = [less, { ...params, [name]: 'x' }, { ...less, AName: '1' }, REQUEST.params]
      for (const other of arrived) {
        const serverMessage = MESSAGE + sign.stringToSign(method, other)
        const explanation = await sign.explainMismatch({ ...REQUEST, params, serverMessage })
        hidesCanaries(explanation)
        ok(explanation.message.startsWith('the parameter "'), explanation.message)
        // It tries up to thousands of texts: once for a body, and once for a photo.
        if (other !== less || name.length < CANARY.length * 12) continue
        const signature = await sign.signature(method, other, accessKeySecret)
        hidesCanaries(await sign.explainMismatch({ ...REQUEST, params, signature }))
      }
    }
  })
  for (const { id, mistake, stringToSign } of wrongVectors) {
    if (!['bare-ampersand', 'encoded-thrice', 'path-not-encoded'].includes(mistake)) continue
    test(`calls a gateway text ${mistake} that reads like ${id}`, async () => {
      const ours = sign.stringToSign(wrongRequest.method, wrongRequest.params)
      const serverMessage = MESSAGE + stringToSign
      const explanation = await sign.explainMismatch({ ...wrongRequest, serverMessage })
      equal(explanation.mistake, ours === stringToSign ? 'wrong-secret' : mistake)
    })
  }
}

function testPastes(test: Test, { sign }: Library): void {
  const text = sign.stringToSign(REQUEST.method, REQUEST.params)
  const other = sign.stringToSign(REQUEST.method, { ...REQUEST.params, Format: 'XML' })
  const answer = {
    RequestId: 'A',
    HostId: 'b.c',
    Code: 'D',
    Message: MESSAGE + text,
    Recommend: 'e',
  }
  const xmlText = text.replaceAll('&', '&amp;')
  const same: readonly (readonly [name: string, serverMessage: string])[] = [
    ['the message', MESSAGE + text],
    ['the message with white space around it', `\n  ${MESSAGE}${text} \r\n\n`],
    ['a space behind the colon', `${MESSAGE} ${text}`],
    ['the text alone', text],
    ['the text in quotes', `"${text}"`],
    ['an answer in JSON', JSON.stringify(answer)],
    ['an answer in indented JSON', JSON.stringify(answer, undefined, 2)],
    ['JSON with \\u0026', JSON.stringify(answer).replaceAll('&', '\\u0026')],
    ['JSON in JSON', JSON.stringify({ body: JSON.stringify(answer).replaceAll('&', '\\u0026') })],
    ['an answer in XML', `<Error><Message>${MESSAGE}${xmlText}</Message><Code>D</Code></Error>`],
    ['XML with CDATA', `<Error><Message><![CDATA[${MESSAGE}${text}]]></Message></Error>`],
    ['XML with &#38;', `<Message>${MESSAGE}${text.replaceAll('&', '&#38;')}</Message>`],
    ['XML with &#038;', `<Message>${MESSAGE}${text.replaceAll('&', '&#038;')}</Message>`],
    ['XML encoded twice', `${MESSAGE}${xmlText.replaceAll('&', '&amp;')}&lt;/Message&gt;`],
    ['a sentence that goes on', `${MESSAGE}${text}. RequestId: A`],
    ['a list', `code: D, message: ${MESSAGE}${text}, request id: A`],
    ['lines of 80 characters', `${MESSAGE}\n${text.replace(/.{80}/g, '$&\r\n')}\n`],
    ['the words broken into lines', MESSAGE.replaceAll(' ', '\n  ') + text],
    ['several answers, ours last', `${MESSAGE}${other}\n${MESSAGE}${text}\n`],
    ['several answers, ours first', `${MESSAGE}${text}\n${MESSAGE}${other}\n`],
  ]
  for (const [name, serverMessage] of same) {
    test(`finds the gateway's string to sign in ${name}`, async () => {
      const explanation = await sign.explainMismatch({ ...REQUEST, serverMessage })
      equal(explanation.mistake, 'wrong-secret', explanation.message)
      hidesCanaries(explanation)
    })
  }
  test('says that a message holds no string to sign', async () => {
    for (const serverMessage of [
      '',
      ' ',
      'Bad Gateway',
      MESSAGE,
      `${MESSAGE}\n`,
      '\0\ufffd\ud800',
    ]) {
      const explanation = await sign.explainMismatch({ ...REQUEST, serverMessage })
      deepEqual(Object.keys(explanation), ['mistake', 'message'])
      equal(explanation.mistake, 'unknown')
      ok(explanation.message.includes('signature'), 'says what else would help')
    }
  })
  test('says that a gateway checked the newer signature', async () => {
    const newer = `${MESSAGE}ACS3-HMAC-SHA256\n${'0a'.repeat(32)}`
    for (const serverMessage of [newer, JSON.stringify({ Message: newer })]) {
      const { message, mistake } = await sign.explainMismatch({ ...REQUEST, serverMessage })
      equal(mistake, 'unknown')
      ok(message.includes('ACS3-HMAC-SHA256'), message)
    }
  })
  test('goes by the signature when the message holds no string to sign', async () => {
    const signature = wrongVectors.find(({ mistake }) => mistake === 'method')?.signature ?? ''
    const options = { ...wrongRequest, signature, serverMessage: 'Bad Gateway' }
    equal((await sign.explainMismatch(options)).mistake, 'method')
  })
  test('says that half a string to sign ends early', async () => {
    for (const length of [4, 9, 40, text.length - 1]) {
      for (const end of ['', '...', '…']) {
        const serverMessage = `${MESSAGE}${text.slice(0, length)}${end}`
        const explanation = await sign.explainMismatch({ ...REQUEST, serverMessage })
        equal(explanation.mistake, 'unknown', serverMessage)
        ok(explanation.message.includes('ends early'), explanation.message)
        equal(explanation.offset, length, 'offset')
      }
    }
  })
}

function testInput(test: Test, { sign }: Library): void {
  const call = (options: unknown): Promise<unknown> =>
    // why: a caller without types may pass anything
    sign.explainMismatch(options as Options)
  test('refuses to explain without a signature and without a message', async () => {
    await rejects(call(REQUEST), ({ name, message }) => {
      equal(name, 'TypeError')
      ok(/"signature"/.test(message ?? '') && /"serverMessage"/.test(message ?? ''), message)
    })
  })
  test('names what is of the wrong type and shows no value', async () => {
    const good = { ...REQUEST, signature: 'x', serverMessage: 'y' }
    const names = ['accessKeySecret', 'method', 'params', 'serverMessage', 'signature'] as const
    for (const name of names) {
      for (const value of [null, 5, [CANARY], { [CANARY]: 5 }, () => CANARY]) {
        if (name === 'params' && typeof value === 'object' && value !== null) continue
        if (name === 'params' && typeof value === 'function') continue
        await rejects(call({ ...good, [name]: value }), (error) => refuses(error, name))
      }
    }
    for (const value of [5, null, `${CANARY}\ud800`]) {
      const params = { PhotoField: value }
      await rejects(call({ ...good, params }), (error) => refuses(error, 'PhotoField'))
    }
    for (const options of [undefined, null, 'x', 5]) {
      await rejects(call(options), (error) => refuses(error, 'options'))
    }
  })
  test('explains without parameters, with an empty secret and with any method', async () => {
    for (const method of ['', 'a&b', 'purge']) {
      const signature = await sign.signature(method, {}, '')
      const options = { method, params: {}, accessKeySecret: '', signature }
      equal((await sign.explainMismatch(options)).mistake, 'none')
    }
  })
  test('takes the signature among the parameters when the texts are equal', async () => {
    const { params } = wrongRequest
    const wrong = wrongVectors.find(({ id }) => id === 'secret alone')?.signature ?? ''
    const serverMessage = MESSAGE + sign.stringToSign('POST', params)
    const options = { ...wrongRequest, params: { ...params, Signature: wrong }, serverMessage }
    equal((await sign.explainMismatch(options)).mistake, 'secret-without-ampersand')
  })
}

/** Checks a refusal: a TypeError that names the field and nothing else. */
function refuses(error: Readonly<{ name?: string; message?: string }>, field: string): void {
  equal(error.name, 'TypeError', error.message)
  ok(error.message?.startsWith(`"${field}"`), error.message)
  ok(!error.message?.includes(CANARY), 'the value is not shown')
}

function hidesCanaries(explanation: Explanation): void {
  const text = JSON.stringify(explanation)
  if (text.includes(CANARY)) fail(`a value is shown: ${text}`)
  deepEqual(JSON.parse(text), explanation, 'explanation survives JSON')
}

function findOffset(a: string, b: string): number | undefined {
  if (a === b) return undefined
  let at = 0
  while (a[at] === b[at]) at++
  return at - (a.startsWith(MESSAGE) ? MESSAGE.length : 0)
}

/** Reads parameters back from a string to sign with bare ampersands. */
function readParams(stringToSign: string): Record<string, string> {
  const pairs = stringToSign.split('&').slice(2)
  return Object.fromEntries(
    pairs.map((pair) =>
      pair.split('%3D').map((text) => decodeURIComponent(decodeURIComponent(text))),
    ),
  ) as Record<string, string> // why: fromEntries cannot see that each pair has two texts
}
