import type { DrawOptions } from './draw.js';
import type { Scripted, ScriptedAnswer } from './scripted.js';
/** The answers that wait for their calls. */
export interface Script {
    /** Queues answers. */
    readonly add: (answers: readonly Scripted[]) => void;
    /** Takes what this call is to meet on its way; `face` and `business` alone wait for the service. */
    readonly takeOnArrival: () => ScriptedAnswer | undefined;
    /** Takes what the service is to answer. */
    readonly takeInService: (isFace: boolean) => ScriptedAnswer | undefined;
    /** Forgets the queue and starts the draw anew. */
    readonly reset: () => void;
}
/** Creates an empty script; calls that find nothing in it draw from the faults. */
export declare function createScript(faults: DrawOptions): Script;
