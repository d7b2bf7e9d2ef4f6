import type { Answer } from './answer.js';
import type { Arrival } from './arrival.js';
import type { World } from './auth.js';
import type { Script } from './script.js';
import type { ScriptedAnswer } from './scripted.js';
/** How a request is to be answered. */
export interface Handling {
    readonly world: World;
    readonly requestId: string;
    /** What this request met on its way. */
    readonly plan: ScriptedAnswer;
    readonly script: Script;
}
/** Answers a request, whatever it is. */
export declare function answerRequest(arrival: Arrival, handling: Handling): Promise<Answer>;
