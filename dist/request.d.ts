import type { FormParams } from './sign/encode-form.js';
import type { RequestMoment, RequestSpec, SignedRequest, Signer, SignerContext } from './sign/signer.js';
/**
 * Refuses parameters that bear the name of a common one.
 *
 * @throws TypeError naming it.
 */
export declare function requireFree(params: Readonly<Record<string, string>>): void;
/** Writes every parameter of a request but the signature. */
export declare function buildParams({ action, version, format, params }: RequestSpec, { credentials, atEpochMs, nonce }: RequestMoment): FormParams;
/**
 * Creates a signer of RPC signature 1.0, the default; the prepared key is kept while the secret
 * stays the same.
 */
export declare function createRpcSigner({ hmac }: Pick<SignerContext, 'hmac'>): Signer;
/** A signed request as a `Request`, unsent: a GET has its form in the URL. */
export declare function toRequest(url: string, method: 'GET' | 'POST', signed: SignedRequest): Request;
