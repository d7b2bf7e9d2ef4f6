import type { AnswerFormat, Envelope } from './codec/json.js';
import type { SafError, SafErrorDetails } from './errors.js';
import type { Again, Proof, RawAnswer } from './flow.js';
/** What every error of a call says: how many requests were sent, and what they left behind. */
export type CallFacts = Pick<SafErrorDetails, 'attempts' | 'earlier'>;
/** What is known of the call when an answer is read. */
export interface Reading {
    readonly facts: CallFacts;
    readonly format: AnswerFormat;
    readonly stringToSign: () => string;
    /** This machine's clock, uncorrected, in epoch milliseconds. */
    readonly nowEpochMs: number;
    /** The correction that the request was signed with, in milliseconds. */
    readonly skewMs: number;
    /** What a rejected fetch proves. */
    readonly readProof: (error: unknown) => Proof;
}
/** An error, and what may be done about it. */
export interface Failure {
    readonly error: SafError;
    readonly again?: Again | undefined;
    /** How far the gateway's clock is ahead of this machine's, in milliseconds. */
    readonly skewMs?: number | undefined;
}
/** A value, or a failure. */
export type Result<T> = {
    readonly value: T;
    readonly error?: undefined;
} | Failure;
/** Reads a gateway's error envelope. The server's own text is never repeated: it may echo values. */
export declare function readGatewayError(envelope: Envelope, raw: RawAnswer, reading: Reading): Failure;
/** An identifier as the server wrote it, unless it is absurdly long. */
export declare function readOpaque(value: unknown): string | undefined;
