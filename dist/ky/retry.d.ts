import type { KyCall } from './attempt.js';
/** The parts of ky's option `retry` that are looked at. */
export interface KyRetry {
    readonly limit?: number;
    readonly statusCodes?: readonly number[];
    readonly delay?: (count: number) => number;
    readonly shouldRetry?: (state: {
        readonly error: unknown;
    }) => unknown;
}
/**
 * Completes what was asked of ky: what cannot succeed is not tried again, and the gateway's wish for
 * a wait is honoured. `methods` and `retryOnTimeout` are left to ky.
 */
export declare function completeRetry(asked: number | KyRetry | undefined, call: KyCall): KyRetry;
