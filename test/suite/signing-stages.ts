/**
 * Contract of the pure stages of `saf-edge/sign`: percent-encoding, the canonicalized query string
 * and the string to sign, fact by fact.
 *
 * @module
 */
import { deepEqual, equal } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'

/** Registers the tests of the pure stages. */
export const signingStages: Suite = (test, lib) => {
  testEncoding(test, lib)
  testCanonicalOrder(test, lib)
  testStringToSign(test, lib)
}

function testEncoding(test: Test, lib: Library): void {
  const { percentEncode } = lib.sign
  const facts: readonly (readonly [name: string, text: string, encoded: string])[] = [
    ['encodes * and keeps ~', '*~', '%2A~'],
    ['encodes a space as %20 and a plus as %2B', 'a b+c', 'a%20b%2Bc'],
    ["encodes ! ' ( and )", "!'()", '%21%27%28%29'],
    ['encodes line breaks, tabs and NUL', '\r\n\t\0', '%0D%0A%09%00'],
    ['encodes a percent sign even where it looks encoded', '%20%zz', '%2520%25zz'],
    ['encodes what separates pairs', 'a=b&c/d?e#f', 'a%3Db%26c%2Fd%3Fe%23f'],
    ['writes hex in capitals', '\u00aa\u00ff/', '%C2%AA%C3%BF%2F'],
    ['encodes Chinese as UTF-8', '阿里云', '%E9%98%BF%E9%87%8C%E4%BA%91'],
    ['encodes an emoji as four bytes', '😀', '%F0%9F%98%80'],
    ['encodes the edges of every UTF-8 length', '\u007f\u0080\u07ff', '%7F%C2%80%DF%BF'],
    ['encodes both sides of the surrogates', '\ud7ff\ue000', '%ED%9F%BF%EE%80%80'],
    ['encodes the first and last astral', '\u{10000}\u{10ffff}', '%F0%90%80%80%F4%8F%BF%BF'],
    ['keeps a byte order mark', '\ufeffa', '%EF%BB%BFa'],
    ['does not normalise', 'e\u0301é', 'e%CC%81%C3%A9'],
    ['encodes nothing as nothing', '', ''],
  ]
  for (const [name, text, encoded] of facts) {
    test(name, () => equal(percentEncode(text), encoded))
  }
  test('leaves exactly the unreserved characters of ASCII alone', () => {
    const unreserved = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~'
    for (let code = 0; code < 128; code++) {
      const char = String.fromCharCode(code)
      const hex = `%${code.toString(16).toUpperCase().padStart(2, '0')}`
      equal(percentEncode(char), unreserved.includes(char) ? char : hex, `U+${code.toString(16)}`)
    }
  })
}

function testCanonicalOrder(test: Test, lib: Library): void {
  const { canonicalize } = lib.sign
  const orders: readonly (readonly [name: string, names: readonly string[]])[] = [
    ['sorts capitals before small letters', ['B', 'a', 'aB', 'ab']],
    ['sorts by the raw name, not the encoded one', ['!', '0', 'z', '{', '~', 'é', '中']],
    ['sorts a name before the names it begins', ['', 'a', 'a\0', 'a ', 'a!', 'a0', 'a=', 'aa']],
    ['sorts integer names as text', ['1', '10', '2', '9']],
    ['sorts astral names after U+E000 to U+FFFF', ['\ud7ff', '\ue000', '\uffff', '\u{10000}']],
    ['sorts astral names among themselves', ['x\u{1f600}', 'x\u{1f601}', 'x\u{20bb7}']],
  ]
  for (const [name, names] of orders) {
    test(name, () => {
      const shuffled = Object.fromEntries([...names].reverse().map((key) => [key, '']))
      const sorted = canonicalize(shuffled)
        .split('&')
        .map((pair) => pair.slice(0, -1))
      deepEqual(sorted.map(decodeURIComponent), names)
    })
  }
  test('keeps empty values and an empty name', () => {
    equal(canonicalize({ b: '', '': '', a: '1' }), '=&a=1&b=')
  })
  test('drops Signature, and only the name spelled so', () => {
    const params = { Signature: 'x', signature: '1', SIGNATURE: '2', SignatureNonce: '3' }
    equal(canonicalize(params), 'SIGNATURE=2&SignatureNonce=3&signature=1')
  })
  test('canonicalizes no parameters as nothing', () => equal(canonicalize({}), ''))
  test('reads own properties only, whatever their names', () => {
    const heir: Record<string, string> = Object.create({ inherited: '1' })
    heir['own'] = '2'
    equal(canonicalize(heir), 'own=2')
    const bare: Record<string, string> = Object.create(null)
    bare['a'] = '1'
    equal(canonicalize(bare), 'a=1')
    const odd = Object.fromEntries([
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ])
    equal(canonicalize(odd), '__proto__=p&constructor=c')
  })
  test('leaves its parameters as they were', async () => {
    const params = Object.freeze({ b: '2', Signature: 's', a: '1' })
    await lib.sign.signForm(params, 'testsecret')
    deepEqual(Object.entries(params), [
      ['b', '2'],
      ['Signature', 's'],
      ['a', '1'],
    ])
  })
}

function testStringToSign(test: Test, lib: Library): void {
  const { signature, stringToSign } = lib.sign
  test('writes the method in capitals', () => {
    equal(stringToSign('post', { a: '1' }), 'POST&%2F&a%3D1')
    equal(stringToSign('Get', { a: '1' }), 'GET&%2F&a%3D1')
  })
  test('writes no parameters and no method as the bare frame', () => {
    equal(stringToSign('GET', {}), 'GET&%2F&')
    equal(stringToSign('', {}), '&%2F&')
  })
  test('encodes the pairs a second time', () => {
    equal(stringToSign('GET', { a: ' *', b: '&' }), 'GET&%2F&a%3D%2520%252A%26b%3D%2526')
  })
  test('signs the same whatever the order the parameters came in', async () => {
    const forward = await signature('POST', { a: '1', b: '2', C: '3' }, 'testsecret')
    equal(await signature('POST', { C: '3', b: '2', a: '1' }, 'testsecret'), forward)
  })
}
