import type { HmacSha1 } from './crypto/hmac.js';
import type { FormParams } from './sign/encode-form.js';
import type { Credentials } from './types.js';
/** What is asked: the action and its flat parameters. */
export interface RequestSpec {
    readonly action: string;
    readonly version: string;
    readonly format: 'JSON' | 'XML';
    readonly params: FormParams;
}
/** What makes a request unique. */
export interface RequestMoment {
    readonly credentials: Credentials;
    readonly atEpochMs: number;
    readonly nonce: string;
}
/** A request that is ready to be sent. */
export interface SignedRequest {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array<ArrayBuffer>;
    /** Reads the string to sign, for the comparison with a gateway's echo. */
    readonly stringToSign: () => string;
}
/**
 * Refuses parameters that bear the name of a common one.
 *
 * @throws TypeError naming it.
 */
export declare function requireFree(params: Readonly<Record<string, string>>): void;
/** Writes every parameter of a request but the signature. */
export declare function buildParams({ action, version, format, params }: RequestSpec, { credentials, atEpochMs, nonce }: RequestMoment): FormParams;
/** Signs requests for one client; the prepared key is kept while the secret stays the same. */
export type Signer = (spec: RequestSpec, moment: RequestMoment) => Promise<SignedRequest>;
/** Creates the signer of RPC signature 1.0. */
export declare function createSigner(hmac: HmacSha1): Signer;
