/** The algorithm's name, as the header `Authorization` and the string to sign begin. */
export declare const ALGORITHM = "ACS3-HMAC-SHA256";
/** What is signed. */
export interface Acs3Parts {
    readonly method: string;
    /** The canonicalized query string; empty when everything is in the body. */
    readonly query: string;
    /** Every signed header, by its name in small letters; `x-acs-content-sha256` is among them. */
    readonly headers: Readonly<Record<string, string>>;
}
/** Signs a string to sign; made once for a secret. */
export type Acs3Key = (text: string) => Promise<string>;
/** Prepares the HMAC key: the plain secret, without the `&` of version 1.0. */
export declare function prepareAcs3(accessKeySecret: string): Acs3Key;
/** Writes the string to sign: the algorithm, and the digest of the canonical request. */
export declare function writeAcs3Text({ method, query, headers }: Acs3Parts): Promise<string>;
/** The SHA-256 of bytes in small hex digits. */
export declare function hashHex(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
