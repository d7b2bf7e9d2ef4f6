/**
 * The access keys: those of the options, and those that STS issued.
 *
 * @module
 */
import type { AccessKey } from './options.js';
/** A key, and what only STS knows of it. */
export interface KnownKey extends AccessKey {
    /** Its policy does not allow SAF. */
    readonly isDenied?: boolean;
}
/** Every key that requests may be signed with. */
export interface KeyRing {
    readonly find: (accessKeyId: string) => KnownKey | undefined;
    /** Finds the key that a token belongs to. */
    readonly findByToken: (securityToken: string) => KnownKey | undefined;
    readonly issue: (accessKeyId: string, key: KnownKey) => void;
    /** Forgets the issued keys. */
    readonly clear: () => void;
}
/** Creates a ring with the keys of the options. */
export declare function createKeyRing(configured: ReadonlyMap<string, AccessKey>): KeyRing;
