import type { Answer } from './answer.js';
import type { Arrival } from './arrival.js';
import type { Config } from './options.js';
import type { ScriptedAnswer } from './scripted.js';
/** What sending an answer depends on. */
export interface Scene {
    readonly config: Config;
    readonly plan: ScriptedAnswer;
    readonly requestId: string;
    readonly atEpochMs: number;
    readonly signal: AbortSignal | undefined;
}
/** Waits as long as an answer takes. */
export declare function pause(ms: number, signal: AbortSignal | undefined): Promise<void>;
/** Writes an answer of the API and sends it, as its fault wants. */
export declare function send(answer: Answer, scene: Scene): Promise<Response>;
/** Sends what the front end answers by itself: its pages, and preflights. */
export declare function sendFront({ page, url }: Arrival, { config, atEpochMs }: Scene): Response;
