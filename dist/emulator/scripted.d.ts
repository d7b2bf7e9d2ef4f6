import type { FaultName } from './faults.js';
import type { GatewayCode } from './gateway-errors.js';
import type { FaceOutcome } from './services/face-outcome.js';
/** An answer of SAF's business layer, as it shall be. */
export interface BusinessAnswer {
    /** The business code, such as 402. */
    readonly Code: number;
    /** What it says in words. @defaultValue the usual text of the code */
    readonly Message?: string | undefined;
    /** Any JSON; text is sent as text. Without it the answer has no Data. */
    readonly Data?: unknown;
}
/**
 * One scripted answer: at most one of `face`, `business` and `gateway`, and beside it what happens
 * on the way.
 */
export interface ScriptedAnswer {
    /** How the next face verification ends, whatever its photos; the gateway checks it as ever. */
    readonly face?: FaceOutcome | undefined;
    /** What the service answers; the gateway checks the request as ever. */
    readonly business?: BusinessAnswer | undefined;
    /** The gateway answers this error, and nothing runs. */
    readonly gateway?: GatewayCode | undefined;
    /** The HTTP status of `gateway`. @defaultValue the documented one */
    readonly status?: number | undefined;
    /** Milliseconds for the header `x-acs-retry-after` of `gateway`. @defaultValue no header */
    readonly retryAfterMs?: number | undefined;
    /** What happens to the answer, after the operation ran. */
    readonly fault?: FaultName | undefined;
    /** The fault strikes before anything runs. @defaultValue false */
    readonly before?: boolean | undefined;
    /** Milliseconds until the answer comes; the operation runs at once. */
    readonly latencyMs?: number | undefined;
    /** Milliseconds by which the gateway's clock is ahead for this request. */
    readonly skewMs?: number | undefined;
}
/** A scripted answer, or the name of a fault, a preset or a gateway error code. */
export type Scripted = ScriptedAnswer | FaultName | GatewayCode | Preset;
/** Names for what needs a number: a wait, a header, a skewed clock, an expired token, a status. */
export type Preset = 'latency' | 'throttling' | 'clock-skew' | 'sts-expiry' | 'api-502';
/** What each preset stands for. */
export declare const PRESETS: Readonly<Record<Preset, ScriptedAnswer>>;
/** Checks a scripted answer; a name becomes what it stands for. */
export declare function readScripted(given: Scripted, place: 'script' | 'faults'): ScriptedAnswer;
