/**
 * What the vendor's SDKs are asked to send.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { testFaces } from '../../src/emulator/index.ts'
import type { TestFaceName } from '../../src/emulator/index.ts'

/** The parameters of a face verification. */
export function faceParams(face: TestFaceName): Record<'Service' | 'ServiceParameters', string> {
  const ServiceParameters = JSON.stringify({
    refFaceContent: toBase64(testFaces.idPhoto),
    authFaceContent: toBase64(testFaces[face]),
    resourceCode: '00840000',
  })
  return { Service: 'intl_face_verify', ServiceParameters }
}

/** The parameters of a face verification that its resource code decides: the photos are none. */
export function decidedParams(
  resourceCode: string,
): Record<'Service' | 'ServiceParameters', string> {
  const photos = { refFaceContent: '/9j/AA==', authFaceContent: '/9j/+Q==' }
  const ServiceParameters = JSON.stringify({ ...photos, resourceCode })
  return { Service: 'intl_face_verify', ServiceParameters }
}

/** The parameters of a small call; the service answers it whatever the other fields are. */
export const SMALL = { Service: 'saf_de', ServiceParameters: '{"eventCode":"de_test"}' } as const

/** Chinese, emoji and every character that some encoder gets wrong, in names and in values. */
export const DIFFICULT = {
  Service: 'saf_de',
  ServiceParameters: '{"eventCode":"de_注册","name":"阮文安 😀","note":"a b+c&d=e%20~*\'()!"}',
  备注: '人脸核身 👩‍🔬',
  '🙂 name': '😀',
  Remark: ' \t\n+%25%&=~*\'()!/\\"<>?#;:@$,[]{}|^`',
  Empty: '',
  List: ['一', { Key: '二 🇻🇳' }],
} as const

/** {@link DIFFICULT} as a gateway must read it. */
export const DIFFICULT_FLAT: Readonly<Record<string, string>> = {
  ...withoutList(DIFFICULT),
  'List.1': '一',
  'List.2.Key': '二 🇻🇳',
}

/** The parameters of a call to STS. */
export const ASSUME_ROLE = {
  RoleArn: 'acs:ram::1000000000000001:role/saf',
  RoleSessionName: 'interop',
} as const

/** The API version of STS. */
export const STS_VERSION = '2015-04-01'

function withoutList(params: typeof DIFFICULT): Record<string, string> {
  const { List: _, ...texts } = params
  return texts
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
