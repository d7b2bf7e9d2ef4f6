/**
 * Contract of `saf-edge/sign` and `saf-edge/noble` for wrong input: a TypeError that names the
 * parameter and never shows what was in it.
 *
 * @module
 */
import { equal, fail, ok, rejects } from './harness.ts'
import type { Caught, Library, Suite, Test } from './harness.ts'

type Params = Readonly<Record<string, string>>

/** Stands in every value that must not be shown. */
const CANARY = 'c4n4ry'

/** Text that has no UTF-8 form, each with the canary around it. */
const LONE_SURROGATES: readonly string[] = [
  `${CANARY}\ud800`,
  `\udc00${CANARY}`,
  `${CANARY}\ud83d${CANARY}`,
  `${CANARY}\ude00\ud83d`,
  `\ud83d\ud83d\ude00${CANARY}`,
]

/** What is no string; objects would give the canary if they were turned into one. */
const NON_STRINGS: readonly unknown[] = [
  undefined,
  null,
  true,
  5,
  5n,
  Symbol(CANARY),
  [CANARY],
  { [CANARY]: CANARY, toString: () => CANARY, toJSON: () => CANARY },
  () => CANARY,
]

/** Registers the tests of wrong input. */
export const signingInput: Suite = (test, lib) => {
  const stages = listStages(lib)
  for (const [stage, run] of stages) testParams(test, stage, run)
  testPercentEncode(test, lib)
  testMethodAndSecret(test, lib)
}

/** Calls one stage with these parameters; a promise when the stage is asynchronous. */
type Stage = (params: Params) => unknown

function listStages({ sign, noble }: Library): readonly (readonly [name: string, run: Stage])[] {
  return [
    ['canonicalize', (params) => sign.canonicalize(params)],
    ['stringToSign', (params) => sign.stringToSign('POST', params)],
    ['signature', (params) => sign.signature('POST', params, 's')],
    ['signForm', (params) => sign.signForm(params, 's')],
    ['signatureSync', (params) => noble.signatureSync('POST', params, 's')],
  ]
}

function testParams(test: Test, stage: string, run: Stage): void {
  test(`${stage} refuses a value with half a surrogate pair and names its parameter`, async () => {
    for (const value of LONE_SURROGATES) {
      await refuses(() => run({ Fine: '😀', PhotoField: value }), 'PhotoField')
    }
  })
  test(`${stage} refuses a name with half a surrogate pair and names it`, async () => {
    for (const lone of ['\ud800', '\udfff', '\ude00\ud83d']) {
      await refuses(() => run({ Fine: CANARY, [`BadName${lone}`]: CANARY }), 'BadName')
    }
  })
  test(`${stage} refuses a value that is no string and names its parameter`, async () => {
    for (const value of NON_STRINGS) {
      await refuses(() => run(pass<Params>({ Fine: '1', PhotoField: value })), 'PhotoField')
    }
  })
  test(`${stage} refuses parameters that are no object`, async () => {
    for (const params of [undefined, null, CANARY, 5]) {
      await refuses(() => run(pass<Params>(params)), 'params')
    }
  })
}

function testPercentEncode(test: Test, { sign }: Library): void {
  test('percentEncode refuses half a surrogate pair', async () => {
    for (const text of LONE_SURROGATES) await refuses(() => sign.percentEncode(text), 'text')
  })
  test('percentEncode refuses what is no string', async () => {
    for (const text of NON_STRINGS) {
      await refuses(() => sign.percentEncode(pass<string>(text)), 'text')
    }
  })
}

function testMethodAndSecret(test: Test, { sign, noble }: Library): void {
  const { signature, signForm, stringToSign } = sign
  const { signatureSync } = noble
  const kinds = [
    ['what is no string', NON_STRINGS],
    ['half a surrogate pair', LONE_SURROGATES],
  ] as const
  for (const [kind, wrongTexts] of kinds) {
    test(`every stage refuses ${kind} as the method`, async () => {
      for (const wrong of wrongTexts) {
        const method = pass<string>(wrong)
        await refuses(() => stringToSign(method, {}), 'method')
        await refuses(() => signature(method, {}, 's'), 'method')
        await refuses(() => signatureSync(method, {}, 's'), 'method')
      }
    })
    test(`every stage refuses ${kind} as the secret`, async () => {
      for (const wrong of wrongTexts) {
        const secret = pass<string>(wrong)
        await refuses(() => signature('POST', {}, secret), 'accessKeySecret')
        await refuses(() => signForm({}, secret), 'accessKeySecret')
        await refuses(() => signatureSync('POST', {}, secret), 'accessKeySecret')
      }
    })
  }
  test('signature and signForm reject instead of throwing', async () => {
    const params = pass<Params>({ PhotoField: 5 })
    for (const call of [() => signature('POST', params, 's'), () => signForm(params, 's')]) {
      let pending: unknown
      try {
        pending = call()
      } catch {
        fail('expected a promise, got a throw')
      }
      ok(pending instanceof Promise, 'result is a promise')
      await rejects(pending, (error) => checkRefusal(error, 'PhotoField'))
    }
  })
  test('accepts secrets with white space, line breaks and any text', async () => {
    for (const secret of ['', ' s ', 's\n', '密钥😀', 's'.repeat(200)]) {
      equal(await signature('POST', {}, secret), signatureSync('POST', {}, secret))
    }
  })
}

/** Asserts that a call throws, or that its promise rejects, with a TypeError naming `parameter`. */
async function refuses(call: () => unknown, parameter: string): Promise<void> {
  const settle = async (): Promise<unknown> => call()
  await rejects(settle(), (error) => checkRefusal(error, parameter))
}

function checkRefusal(error: Caught, parameter: string): void {
  equal(error.name, 'TypeError', 'error name')
  const message = error.message ?? ''
  ok(message.includes(parameter), `message "${message}" names ${parameter}`)
  ok(!message.includes(CANARY), 'message does not show the value')
  ok(!String(error['cause']).includes(CANARY), 'cause does not show the value')
}

function pass<T>(wrong: unknown): T {
  return wrong as T // why: stands for a caller without types
}
