/**
 * Checks the parts of a key without ever showing them. Private.
 *
 * @module
 */
import { check, checkText } from '../codec/check.ts'
import type { Credentials } from '../types.ts'

/** The name of each part, for errors. */
export type KeyNames = Readonly<Record<keyof Credentials, string>>

/**
 * Checks a key, and copies it frozen.
 *
 * @param key - The parts; an empty token counts as none.
 * @param names - What errors call the parts.
 * @throws TypeError naming the part that is missing, or holds white space: a pasted line break is
 *   the commonest wrong signature.
 */
export function checkKey(key: Partial<Credentials>, names: KeyNames): Credentials {
  const { accessKeyId, accessKeySecret, securityToken } = key
  checkPart(accessKeyId, names.accessKeyId)
  checkPart(accessKeySecret, names.accessKeySecret)
  if (securityToken === undefined) return Object.freeze({ accessKeyId, accessKeySecret })
  checkPart(securityToken, names.securityToken)
  return Object.freeze({ accessKeyId, accessKeySecret, securityToken })
}

function checkPart(value: unknown, name: string): asserts value is string {
  checkText(value, name)
  const isClean = !/[\s\p{C}]/u.test(value)
  check(isClean, name, 'text without white space, line breaks or invisible characters', value)
}
