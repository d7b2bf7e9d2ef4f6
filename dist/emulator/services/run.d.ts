import type { PhotoLimits } from '../options.js';
import type { ScriptedAnswer } from '../scripted.js';
import type { ServiceResult } from './result.js';
/** The service that compares two photos. */
export declare const FACE_SERVICE = "intl_face_verify";
/** What a service may look at beside its parameters. */
export interface ServiceContext {
    readonly photoLimits: PhotoLimits;
    readonly scripted: ScriptedAnswer | undefined;
    /** The event of a decision, which stands beside the parameters. */
    readonly eventCode: string | undefined;
}
/**
 * Answers a call of a service.
 *
 * @param text - The ServiceParameters as they arrived.
 */
export declare function runService(service: string, text: string, { photoLimits, scripted, eventCode }: ServiceContext): ServiceResult;
