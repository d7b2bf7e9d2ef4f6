import type { Arrival } from './arrival.js';
/** What `Authorization` says; undefined where it says nothing readable. */
type Claim = readonly (string | undefined)[];
/** Reads key, signed headers and signature; undefined for a request of version 1.0. */
export declare function readClaim(headers: Headers): Claim | undefined;
/**
 * Adds what the headers say to the parameters, under the names of version 1.0.
 *
 * @returns A name that comes as a parameter too.
 */
export declare function liftHeaders(headers: Headers, into: Map<string, string>): string | undefined;
/** Writes the string to sign as the gateway sees it; empty when a header is left unsigned. */
export declare function readAcs3Text({ method, url, headers, body }: Arrival, [, signed]: Claim): Promise<string>;
export {};
