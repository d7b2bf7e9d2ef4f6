import type { Arrival } from './arrival.js';
import type { Refusal } from './gateway-errors.js';
import type { KeyRing } from './key-ring.js';
import type { Nonces } from './nonces.js';
import type { Config } from './options.js';
import type { Rate } from './rate.js';
/** What a request is checked against. */
export interface World {
    readonly config: Config;
    readonly keys: KeyRing;
    readonly nonces: Nonces;
    /** Nonces of unsigned requests: anyone can send those, so they push out no others. */
    readonly unsignedNonces: Nonces;
    readonly rate: Rate;
    readonly apiRate: Rate;
    readonly nowEpochMs: number;
}
type Params = ReadonlyMap<string, string>;
/** Checks a signed request. */
export declare function authenticate(arrival: Arrival, world: World): Promise<Refusal | undefined>;
/** The string to sign as the gateway sees it, which its error repeats. */
export declare function echoText(arrival: Arrival): Promise<string>;
/**
 * Checks what an unsigned request has of all this: a timestamp, and a nonce when there is one. The
 * vendor's own `@alicloud/credentials` sends none.
 */
export declare function checkUnsigned(params: Params, world: World): Promise<Refusal | undefined>;
export {};
