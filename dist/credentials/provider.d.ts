/**
 * What a provider of credentials is: the shapes that the parts of `saf-edge/credentials` share.
 * Types only.
 *
 * @module
 */
import type { Credentials } from '../types.js';
/** Credentials for a while: an STS triple. */
export interface TemporaryCredentials extends Credentials {
    /** The token that requests carry beside the key. */
    readonly securityToken: string;
    /** When the token expires, in milliseconds since 1970. */
    readonly expiresAtEpochMs: number;
}
/** What a client tells a provider. */
export interface CredentialsContext {
    /** The gateway refused the last credentials as expired: what is remembered must not be used. */
    readonly forceRefresh?: boolean | undefined;
}
/** Gives credentials when asked: the option `credentials` of every client takes one. */
export type CredentialsProvider<C extends Credentials = Credentials> = (context?: CredentialsContext) => C | Promise<C>;
