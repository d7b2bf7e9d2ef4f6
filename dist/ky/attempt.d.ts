import type { Client } from '../caller.js';
import type { Outcome } from '../errors.js';
import type { Again } from '../flow.js';
import type { FetchLike } from '../types.js';
/** What one call has been through. */
export interface KyCall {
    attempts: number;
    /** The worst outcome so far. Each attempt has bytes of its own: none settles another. */
    earlier: Outcome;
    /** A request is under way. */
    isPending: boolean;
    /** What the last failure allows. */
    again: Again | undefined;
}
/**
 * Makes one attempt.
 *
 * @throws TypeError for what cannot be sent; a `SafError`; or the reason of ky's signal.
 */
export declare function attemptSigned(request: Request, { client, call }: {
    readonly client: Client;
    readonly call: KyCall;
}, fetch: FetchLike | undefined): Promise<Response>;
