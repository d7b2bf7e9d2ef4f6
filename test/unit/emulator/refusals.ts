/**
 * Requests that the gateway must refuse, in the order in which it checks: every row that a client
 * can cause by one request alone.
 *
 * @module
 */
import type { EmulatorOptions } from '../../../src/emulator/index.ts'
import { NOW } from './request.ts'
import type { Sent, Shape } from './request.ts'

/** One request that must be refused. */
export interface Case {
  readonly code: string
  readonly http: number
  readonly message: string
  readonly changes?: Sent
  readonly shape?: Shape
  readonly options?: EmulatorOptions
}

const EXPIRED = { secret: 's', securityToken: 'token', expiresAtEpochMs: NOW }
const STS_KEYS = {
  testid: 'testsecret',
  off: { secret: 's', disabled: true },
  'STS.a': { secret: 's', securityToken: 'tokenA' },
  'STS.b': { secret: 's', securityToken: 'tokenB' },
  'STS.old': EXPIRED,
}
const sts = (id: string, token: string | undefined): Partial<Case> => ({
  changes: { AccessKeyId: id, SecurityToken: token },
  shape: { secret: 's' },
  options: { accessKeys: STS_KEYS },
})
/** What is said when nothing is found that could answer. */
export const NO_API = 'Specified api is not found, please check your url and method.'
const TIME = 'Specified time stamp or date value is'

/** The requests. */
export const CASES: readonly Case[] = [
  {
    code: 'UnsupportedHTTPMethod',
    http: 400,
    message: 'This http method is not supported.',
    shape: { method: 'PUT' },
  },
  {
    code: 'InvalidApi.NotFound',
    http: 404,
    message: NO_API,
    shape: { url: 'http://127.0.0.1/v2' },
  },
  {
    code: 'InvalidProtocol.NeedSsl',
    http: 400,
    message: 'Your request is denied as lack of ssl protect.',
    options: { strictHost: true },
    shape: { url: 'http://saf.ap-southeast-1.aliyuncs.com/' },
  },
  {
    code: 'InvalidProduct.NotFound',
    http: 404,
    message: 'Cannot find product according to your specified domain.',
    options: { strictHost: true },
    shape: { url: 'https://saf.example.com/' },
  },
  {
    code: 'InvalidParameter',
    http: 400,
    message: 'The specified parameter "Service" is not valid.',
    shape: { url: 'http://127.0.0.1/?Service=again' },
  },
  {
    code: 'ContentLengthDoesNotMatch',
    http: 400,
    message: 'The request was refused: ContentLengthDoesNotMatch.',
    shape: { headers: { 'content-length': '7' } },
  },
  {
    code: 'ContentMD5NotMatched',
    http: 400,
    message: 'The request was refused: ContentMD5NotMatched.',
    shape: { headers: { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' } },
  },
  {
    code: 'InvalidParameter.Format',
    http: 400,
    message: 'Specified parameter format is not valid.',
    changes: { Format: 'YAML' },
  },
  {
    code: 'InvalidParameter.Accept',
    http: 400,
    message: 'Specified parameter accept is not valid.',
    shape: { headers: { accept: 'image/png' } },
  },
  { code: 'InvalidAction.NotFound', http: 404, message: NO_API, changes: { Action: undefined } },
  {
    code: 'MissingVersion',
    http: 400,
    message: 'Version is mandatory for this action.',
    changes: { Version: undefined },
  },
  {
    code: 'InvalidVersion',
    http: 400,
    message: 'Specified parameter Version is not valid.',
    changes: { Version: '2018-01-01' },
  },
  {
    code: 'InvalidAction.NotFound',
    http: 404,
    message: NO_API,
    changes: { Action: 'ExecuteRequests' },
  },
  { code: 'InvalidAction.NotFound', http: 404, message: NO_API, changes: { Action: '__proto__' } },
  {
    code: 'InvalidAction.NotFound',
    http: 404,
    message: NO_API,
    changes: { Action: 'RequestDecision' },
    shape: { method: 'GET' },
  },
  {
    code: 'UnsupportedOperation',
    http: 400,
    message: 'The specified action is not supported.',
    changes: { Action: 'ExecuteExtendService' },
  },
  ...['AccessKeyId', 'SignatureMethod', 'SignatureVersion', 'SignatureNonce', 'Timestamp'].map(
    (name) => ({
      code: `Missing${name}`,
      http: 400,
      message: `${name} is mandatory for this action.`,
      changes: { [name]: undefined },
    }),
  ),
  {
    code: 'MissingSignature',
    http: 400,
    message: 'Signature is mandatory for this action.',
    shape: { tamper: { Signature: '' } },
  },
  {
    code: 'InvalidAccessKeyId.NotFound',
    http: 404,
    message: 'Specified access key is not found.',
    changes: { AccessKeyId: 'nobody' },
  },
  {
    code: 'InvalidAccessKeyId.NotFound',
    http: 404,
    message: 'Specified access key is not found.',
    changes: { AccessKeyId: '__proto__' },
  },
  {
    code: 'InvalidAccessKeyId.NotFound',
    http: 404,
    message: 'Specified access key is not found.',
    changes: { AccessKeyId: 'constructor' },
  },
  {
    ...sts('off', undefined),
    code: 'InvalidAccessKeyId.Inactive',
    http: 400,
    message: 'Specified access key is disabled.',
  },
  {
    ...sts('STS.a', undefined),
    code: 'MissingSecurityToken',
    http: 400,
    message: 'SecurityToken is mandatory for this action.',
  },
  {
    ...sts('STS.a', 'nonsense'),
    code: 'InvalidSecurityToken.Malformed',
    http: 400,
    message: 'Specified SecurityToken is malformed.',
  },
  {
    ...sts('STS.a', 'tokenB'),
    code: 'InvalidSecurityToken.MismatchWithAccessKey',
    http: 400,
    message: 'Specified SecurityToken mismatch with the AccessKey.',
  },
  {
    // Whose it is comes after whether it has expired.
    ...sts('STS.a', 'token'),
    code: 'InvalidSecurityToken.Expired',
    http: 400,
    message: 'Specified SecurityToken is expired.',
  },
  {
    ...sts('STS.old', 'token'),
    code: 'InvalidSecurityToken.Expired',
    http: 400,
    message: 'Specified SecurityToken is expired.',
  },
  {
    code: 'InvalidSignatureMethod',
    http: 400,
    message: 'Specified signature method is not valid.',
    changes: { SignatureMethod: 'HMAC-SHA256' },
  },
  {
    code: 'InvalidSignatureVersion',
    http: 400,
    message: 'Specified parameter SignatureVersion is not valid.',
    changes: { SignatureVersion: '2.0' },
  },
  ...[
    '2026-1-2T03:04:05Z',
    '2026-01-02T03:04:05.000Z',
    '2026-02-30T03:04:05Z',
    '2026-01-02 03:04:05',
    '2026-01-02T03:04:05+00:00',
  ].map((Timestamp) => ({
    code: 'InvalidTimeStamp.Format',
    http: 400,
    message: `${TIME} not well formatted.`,
    changes: { Timestamp },
  })),
  {
    code: 'InvalidTimeStamp.Expired',
    http: 400,
    message: `${TIME} expired.`,
    changes: { Timestamp: '2026-01-02T02:49:04Z' },
  },
  {
    code: 'InvalidTimeStamp.Expired',
    http: 400,
    message: `${TIME} expired.`,
    changes: { Timestamp: '2026-01-02T03:19:06Z' },
  },
  {
    code: 'InvalidRegion.NotFound',
    http: 404,
    message: 'The request was refused: InvalidRegion.NotFound.',
    changes: { RegionId: 'mars' },
  },
  {
    code: 'MissingService',
    http: 400,
    message: 'Service is mandatory for this action.',
    changes: { Service: undefined },
  },
  {
    code: 'MissingServiceParameters',
    http: 400,
    message: 'ServiceParameters is mandatory for this action.',
    changes: { ServiceParameters: undefined },
  },
  {
    code: 'MissingEventCode',
    http: 400,
    message: 'EventCode is mandatory for this action.',
    changes: { Action: 'RequestDecision' },
  },
]
