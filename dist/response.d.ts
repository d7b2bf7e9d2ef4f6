import type { Envelope } from './codec/json.js';
import type { Outcome } from './errors.js';
import type { Sent } from './flow.js';
import type { CallFacts, Failure, Reading, Result } from './gateway.js';
/** An answer of the product: the gateway let the request through. */
export interface Answer {
    readonly envelope: Envelope;
    readonly requestId: string | undefined;
    readonly status: number;
}
/** Reads what became of an attempt. */
export declare function readSent(sent: Sent, reading: Reading): Result<Answer>;
/** The failure of a call whose time ran out; `outcome` is that of what it waited for. */
export declare function timeoutFailure(facts: CallFacts, outcome: Outcome): Failure;
