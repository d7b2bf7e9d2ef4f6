import type { Envelope } from '../codec/json.js';
import type { Platform } from '../platform/index.js';
import type { FetchLike } from '../types.js';
/** What a provider sends, and remembers: values only. */
export interface Sender {
    readonly url: string;
    readonly fetch: FetchLike | undefined;
    readonly platform: Platform;
    /** The parameters that stay the same; undefined ones are left out. */
    readonly params: Readonly<Record<string, string | undefined>>;
    /** Reads the parameters that are read anew for each request. */
    readonly readSecrets: () => Promise<Readonly<Record<string, string>>>;
    /** How far the clock of STS was ahead when it last said so, in milliseconds. */
    skewMs: number;
}
/**
 * Sends one request.
 *
 * @throws A `SafError`, or what reading the secrets rejects with.
 */
export declare function sendUnsigned(sender: Sender, timeoutMs: number): Promise<Envelope>;
