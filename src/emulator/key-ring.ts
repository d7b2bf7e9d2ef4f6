/**
 * The access keys: those of the options, and those that STS issued.
 *
 * @module
 */
import type { AccessKey } from './options.ts'

/** A key, and what only STS knows of it. */
export interface KnownKey extends AccessKey {
  /** Its policy does not allow SAF. */
  readonly isDenied?: boolean
}

/** Every key that requests may be signed with. */
export interface KeyRing {
  readonly find: (accessKeyId: string) => KnownKey | undefined
  /** Finds the key that a token belongs to. */
  readonly findByToken: (securityToken: string) => KnownKey | undefined
  readonly issue: (accessKeyId: string, key: KnownKey) => void
  /** Forgets the issued keys. */
  readonly clear: () => void
}

/** Issued keys remembered; the oldest go first. */
const MAX_ISSUED = 1000

/** Creates a ring with the keys of the options. */
export function createKeyRing(configured: ReadonlyMap<string, AccessKey>): KeyRing {
  const issued = new Map<string, KnownKey>()
  return {
    find: (accessKeyId) => configured.get(accessKeyId) ?? issued.get(accessKeyId),
    findByToken: (token) =>
      [...configured.values(), ...issued.values()].find((key) => key.securityToken === token),
    issue(accessKeyId, key) {
      issued.set(accessKeyId, key)
      const [oldest] = issued.keys()
      if (issued.size > MAX_ISSUED && oldest !== undefined) issued.delete(oldest)
    },
    clear: () => issued.clear(),
  }
}
