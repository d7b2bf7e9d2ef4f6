/**
 * The contract of a signer: the seam behind the option `signer`. RPC signature 1.0 is the default;
 * `acs3` is the other one. Types only; `RequestSigner` is exported by `saf-edge`.
 *
 * @module
 */
import type { HmacSha1 } from '../crypto/hmac.js';
import type { Credentials } from '../types.js';
import type { FormParams } from './encode-form.js';
/** What is asked: the action and its flat parameters. */
export interface RequestSpec {
    /** The action, such as `DescribeRegions`. */
    readonly action: string;
    /** The API version, such as `2014-05-26`. */
    readonly version: string;
    /** What the answer shall be in. */
    readonly format: 'JSON' | 'XML';
    /** Names and values; the value of a photo is its bytes. */
    readonly params: FormParams;
    /** The HTTP method it is signed for. @defaultValue 'POST' */
    readonly method?: 'GET' | 'POST' | undefined;
}
/** What makes a request unique. */
export interface RequestMoment {
    /** Signs the request; asked for anew with each one. */
    readonly credentials: Credentials;
    /** The time of signing, corrected for the skew. */
    readonly atEpochMs: number;
    /** A text that no other request has. */
    readonly nonce: string;
}
/** A request that is ready to be sent. */
export interface SignedRequest {
    /** Made anew for each request: a wrapped fetch may write into them. */
    readonly headers: Readonly<Record<string, string>>;
    /** The form: the body of a POST, or in ASCII the query of a GET. */
    readonly body: Uint8Array<ArrayBuffer>;
    /** Reads the string to sign, for the comparison with a gateway's echo; empty if it is lost. */
    readonly stringToSign: () => string;
}
/** Signs the requests of one client. */
export type Signer = (spec: RequestSpec, moment: RequestMoment) => Promise<SignedRequest>;
/** What a signer is told of its client, once. */
export interface SignerContext {
    /** The endpoint: an origin with a slash. */
    readonly url: string;
    /** What answers shall be in. */
    readonly format: {
        readonly name: 'JSON' | 'XML';
    };
    /** The HMAC-SHA1 implementation. */
    readonly hmac: HmacSha1;
}
/**
 * Makes the signer of one client; what it keeps between requests lives in the closure.
 *
 * @throws TypeError when it cannot sign for such a client.
 */
export type RequestSigner = (context: SignerContext) => Signer;
