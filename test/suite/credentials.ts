/**
 * Contract of `saf-edge/credentials`: where keys come from, and how long they serve.
 *
 * @module
 */
import { cached } from './credentials-cache.ts'
import { sts } from './credentials-sts.ts'
import { deepEqual, equal, ok, throws } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'
import { SECRETS } from './stub.ts'

const ENV = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: SECRETS.accessKeyId,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: SECRETS.accessKeySecret,
} as const

/** Registers the tests of credentials. */
export const credentials: Suite = (test, lib) => {
  testStatic(test, lib)
  testEnv(test, lib)
  sts(test, lib)
  cached(test, lib)
}

function testStatic(test: Test, lib: Library): void {
  const { staticCredentials } = lib.credentials

  test('staticCredentials gives a copy of what it was given, each time', () => {
    const given = { ...SECRETS, other: 'dropped' }
    const provider = staticCredentials(given)
    Object.assign(given, { accessKeyId: 'changed' })
    deepEqual(provider(), SECRETS)
    equal(provider(), provider())
  })

  test('staticCredentials without a token gives a pair', () => {
    const { accessKeyId, accessKeySecret } = SECRETS
    deepEqual(staticCredentials({ accessKeyId, accessKeySecret })(), {
      accessKeyId,
      accessKeySecret,
    })
  })

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['nothing', undefined, '"credentials" expected object'],
    ['no secret', { accessKeyId: 'id' }, '"accessKeySecret" expected text'],
    ['an empty secret', { ...SECRETS, accessKeySecret: '' }, '"accessKeySecret" expected text'],
    [
      'a line break',
      { ...SECRETS, accessKeySecret: 'canary\n' },
      '"accessKeySecret" expected text',
    ],
    ['an empty token', { ...SECRETS, securityToken: '' }, '"securityToken" expected text'],
    ['a space', { ...SECRETS, accessKeyId: ' canary' }, '"accessKeyId" expected text'],
  ]
  for (const [what, given, message] of wrong) {
    test(`staticCredentials refuses ${what}, and shows no value`, () => {
      throws(
        () => staticCredentials(given as never), // why: wrong on purpose
        (error) => {
          equal(error.name, 'TypeError')
          ok(String(error.message).startsWith(message), String(error.message))
          ok(!/canary/.test(String(error.message)), String(error.message))
        },
      )
    })
  }
}

function testEnv(test: Test, lib: Library): void {
  const { fromEnv } = lib.credentials

  test('fromEnv reads the variables of the vendor from an object, at every call', () => {
    const env: Record<string, string> = { ...ENV }
    const provider = fromEnv(env)
    const { accessKeyId, accessKeySecret, securityToken } = SECRETS
    deepEqual(provider(), { accessKeyId, accessKeySecret })
    env['ALIBABA_CLOUD_SECURITY_TOKEN'] = securityToken
    deepEqual(provider(), SECRETS)
  })

  test('fromEnv takes an empty variable as one that is not set', () => {
    const provider = fromEnv({ ...ENV, ALIBABA_CLOUD_SECURITY_TOKEN: '' })
    equal(Object.hasOwn(provider(), 'securityToken'), false)
  })

  for (const name of Object.keys(ENV)) {
    for (const value of [undefined, '', 'canary\r\n']) {
      test(`fromEnv refuses ${JSON.stringify(value)} in ${name}, by that name`, () => {
        throws(
          () => fromEnv({ ...ENV, [name]: value }),
          (error) => {
            equal(error.name, 'TypeError')
            ok(String(error.message).startsWith(`"${name}" `), String(error.message))
            ok(!/canary/.test(String(error.message)), String(error.message))
          },
        )
      })
    }
  }

  test('fromEnv reads the own variables of the host when it is called, and not before', () => {
    const provider = fromEnv()
    throws(provider, (error) => {
      equal(error.name, 'TypeError')
      const start = '"ALIBABA_CLOUD_ACCESS_KEY_ID" is not set'
      ok(String(error.message).startsWith(start), String(error.message))
    })
  })

  for (const env of ['canary', null, 7]) {
    test(`fromEnv refuses ${JSON.stringify(env)} as an environment`, () => {
      throws(
        () => fromEnv(env as never), // why: wrong on purpose
        (error) => equal(error.name, 'TypeError'),
      )
    })
  }
}
