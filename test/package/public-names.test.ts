import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { listSubpaths, ROOT } from './project.ts'

const ERRORS = [
  'GatewayError',
  'ResponseError',
  'SafError',
  'ServiceError',
  'SignatureError',
  'TransportError',
  'isSafError',
]

/** The public contract: a name more or less is a change for users. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  '.': [...ERRORS, 'VERSION', 'createRpcClient', 'createSaf', 'fixedPlatform', 'systemPlatform'],
  './sign': [
    'canonicalize',
    'explainMismatch',
    'percentEncode',
    'signForm',
    'signature',
    'stringToSign',
    'webHmacSha1',
  ],
  './noble': ['nobleHmacSha1', 'signatureSync'],
  './xml': ['xmlFormat'],
  './acs3': ['acs3'],
  './ky': ['kyFetch', 'signedKy'],
  './credentials': [
    'assumeRole',
    'assumeRoleWithOidc',
    'cachedCredentials',
    'fromEnv',
    'staticCredentials',
  ],
  './emulator': ['createEmulator', 'testFaces'],
  './limiter': ['SafLimiterObject', 'durableObjectLimiter', 'memoryLimiter', 'redisLimiter'],
  './handler': [
    'SafIdempotencyObject',
    'createVerifyHandler',
    'durableObjectStore',
    'memoryStore',
    'redisStore',
  ],
  './batch': ['verifyFaces'],
  './errors': ERRORS,
}

it('public names: the table has each subpath', () => {
  expect(Object.keys(NAMES).sort()).toEqual(
    listSubpaths()
      .map(({ name }) => name)
      .sort(),
  )
})

it.each(listSubpaths())('public names: $name, module and bundle alike', async (subpath) => {
  const expected = [...(NAMES[subpath.name] ?? [])].sort()
  for (const file of [subpath.module, subpath.bundle]) {
    const module: object = await import(/* @vite-ignore */ pathToFileURL(join(ROOT, file)).href)
    expect(Object.keys(module).sort(), file).toEqual(expected)
  }
})
