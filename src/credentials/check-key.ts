/**
 * Checks the parts of a key without ever showing them. Private.
 *
 * @module
 */
import { checkKeyPart } from '../codec/check.ts'
import type { Credentials } from '../types.ts'

/** The name of each part, for errors. */
export type KeyNames = Readonly<Record<keyof Credentials, string>>

/** The names that the parts have in options. */
export const KEY_NAMES: KeyNames = {
  accessKeyId: 'accessKeyId',
  accessKeySecret: 'accessKeySecret',
  securityToken: 'securityToken',
}

/**
 * Checks a key, and copies it frozen.
 *
 * @param key - The parts; an undefined token is none.
 * @param names - What errors call the parts.
 * @throws TypeError naming the part that is missing, or holds white space: a pasted line break is
 *   the commonest wrong signature.
 */
export function checkKey(key: Partial<Credentials>, names: KeyNames): Credentials {
  const { accessKeyId, accessKeySecret, securityToken } = key
  checkKeyPart(accessKeyId, names.accessKeyId)
  checkKeyPart(accessKeySecret, names.accessKeySecret)
  if (securityToken === undefined) return Object.freeze({ accessKeyId, accessKeySecret })
  checkKeyPart(securityToken, names.securityToken)
  return Object.freeze({ accessKeyId, accessKeySecret, securityToken })
}
