/**
 * Contract of verdicts: fail closed.
 *
 * @module
 */
import { goldenBodies } from '../vectors/golden.ts'
import { deepEqual, equal, ok, rejects } from './harness.ts'
import type { Library, Suite } from './harness.ts'
import { faceInput, json, stub } from './stub.ts'

type Data = Readonly<Record<string, unknown>>

const EXT = { result: 'true', score: '100.0', faceAttack: 'false' }
const PASS = { passed: 'true', retCode: 'OK_SUCCESS', retCodeSub: 'Z1140', extInfo: EXT }

/** Each Data, and the decision it must come to. */
const DECISIONS: readonly (readonly [string, unknown, string])[] = [
  ['all true and no attack', PASS, 'pass'],
  ['true as booleans', withExt({ result: true, faceAttack: false }, { passed: true }), 'pass'],
  ['an attack, though passed', withExt({ faceAttack: 'true' }), 'attack'],
  [
    'an attack, not passed',
    withExt({ result: 'false', faceAttack: 'true' }, { passed: 'false' }),
    'attack',
  ],
  ['all false and no attack', withExt({ result: 'false' }, { passed: 'false' }), 'mismatch'],
  ['passed alone', { ...PASS, extInfo: undefined }, 'inconclusive'],
  ['result false', withExt({ result: 'false' }), 'inconclusive'],
  ['passed false', { ...PASS, passed: 'false' }, 'inconclusive'],
  ['no faceAttack', withExt({ faceAttack: undefined }), 'inconclusive'],
  ['no result', withExt({ result: undefined }), 'inconclusive'],
  ['TRUE in capitals', { ...PASS, passed: 'TRUE' }, 'inconclusive'],
  ['true with a space', { ...PASS, passed: 'true ' }, 'inconclusive'],
  ['1 for true', withExt({ result: 1, faceAttack: 0 }, { passed: 1 }), 'inconclusive'],
  ['faceAttack in capitals', withExt({ faceAttack: 'FALSE' }), 'inconclusive'],
  ['retCode missing', { ...PASS, retCode: undefined }, 'inconclusive'],
  ['retCode SYSTEM_ERROR', { ...PASS, retCode: 'SYSTEM_ERROR' }, 'inconclusive'],
  ['retCode PROCESSING', { passed: 'false', retCode: 'PROCESSING' }, 'inconclusive'],
  ['retCode UNABLE_GET_IMAGE', { passed: 'false', retCode: 'UNABLE_GET_IMAGE' }, 'inconclusive'],
  [
    'an attack without OK_SUCCESS',
    { ...withExt({ faceAttack: 'true' }), retCode: 'X' },
    'inconclusive',
  ],
  ['extInfo as text', { ...PASS, extInfo: JSON.stringify(EXT) }, 'inconclusive'],
  ['extInfo as a list', { ...PASS, extInfo: [EXT] }, 'inconclusive'],
  ['a list', [PASS], 'inconclusive'],
  ['text', 'accepted', 'inconclusive'],
  ['a cut text', '{"passed":"true","retCode":"OK_SUCC', 'inconclusive'],
  ['a number', 7, 'inconclusive'],
  ['null', null, 'inconclusive'],
  ['missing', undefined, 'inconclusive'],
]

/** Registers the tests of verdicts. */
export const verdicts: Suite = (test, lib) => {
  for (const [what, data, decision] of DECISIONS) {
    for (const wrap of [identity, JSON.stringify]) {
      const as = wrap === identity ? 'as a value' : 'as JSON text'
      test(`Data with ${what}, ${as}, is ${decision}`, async () => {
        const verdict = await verify(lib, wrap(data))
        equal(verdict.decision, decision)
        equal(verdict.passed, decision === 'pass')
      })
    }
  }

  test('reads the documented passing answer whole', async () => {
    const { saf } = stub(lib, () => json(goldenBodies.pass.text))
    deepEqual(await saf.verifyFace(faceInput()), {
      passed: true,
      decision: 'pass',
      score: 100,
      faceAttack: false,
      retCode: 'OK_SUCCESS',
      retCodeSub: 'Z1140',
      retMessage: 'Facial recognition passed (Z1140)',
      requestId: '0CE4BBEF-F149-490C-97CE-CBBD66E25D6C',
      raw: goldenBodies.pass.data,
    })
  })

  test('rejects the documented answer to a bad resourceCode', async () => {
    const { saf } = stub(lib, () => json(goldenBodies.badResourceCode.text))
    await rejects(saf.verifyFace(faceInput()), (error) => equal(error.code, 'ERR_SAF_INTERNAL'))
  })

  test('rejects the documented answer to a missing field', async () => {
    const { saf } = stub(lib, () => json(goldenBodies.missingParameter.text))
    await rejects(saf.verifyFace(faceInput()), (error) => {
      equal(error.code, 'ERR_SAF_BAD_PARAMETERS')
    })
  })

  test('takes 300 and 409 for no verdict', async () => {
    for (const Code of [300, 409]) {
      const { saf } = stub(lib, () => json({ Code, RequestId: 'R', Data: PASS }))
      await rejects(saf.verifyFace(faceInput()), (error) => equal(error.code, 'ERR_SAF_SERVICE'))
    }
  })

  const scores: readonly (readonly [unknown, number | undefined])[] = [
    ['54.4566324452', 54.4566324452],
    ['0', 0],
    [88.5, 88.5],
    ['', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['1e2', undefined],
    ['0x10', undefined],
    [' 5', undefined],
    ['9'.repeat(400), undefined],
    [null, undefined],
    [true, undefined],
  ]
  for (const [score, expected] of scores) {
    test(`reads the score ${JSON.stringify(score).slice(0, 30)} as ${expected}`, async () => {
      const verdict = await verify(lib, withExt({ score }))
      equal(verdict.score, expected)
      equal('score' in verdict, expected !== undefined)
    })
  }

  test('does not read what a prototype has', async () => {
    const text = '{"__proto__":{"passed":"true","retCode":"OK_SUCCESS","extInfo":{}}}'
    const verdict = await verify(lib, text)
    equal(verdict.retCode, '')
    equal(verdict.decision, 'inconclusive')
    equal(verdict.raw, text)
    ok(!('faceAttack' in verdict), 'faceAttack is absent')
  })
}

function withExt(extInfo: Data, data: Data = {}): Data {
  return { ...PASS, ...data, extInfo: { ...EXT, ...extInfo } }
}

function identity(value: unknown): unknown {
  return value
}

async function verify(
  lib: Library,
  Data: unknown,
): ReturnType<ReturnType<Library['main']['createSaf']>['verifyFace']> {
  const { saf } = stub(lib, () => json({ Code: 200, Message: 'OK', RequestId: 'R', Data }))
  return saf.verifyFace(faceInput())
}
