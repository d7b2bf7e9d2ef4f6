import type { CallFacts, Result } from '../gateway.js';
import type { Answer } from '../response.js';
/** A SAF answer whose `Code` is a result. */
export interface ServiceAnswer<Data = unknown> {
    /** 200, or a code by which some services of China answer: 300, 409. */
    readonly code: number;
    readonly message: string;
    readonly requestId: string;
    /** Data decoded, whether it came as an object or as JSON in a string; undefined without Data. */
    readonly data: Data | undefined;
    /** Data's text as received; undefined without Data. */
    readonly rawData: string | undefined;
}
/** Reads an answer as a result, or as the error its code stands for. */
export declare function judgeService({ envelope, requestId, status }: Answer, facts: CallFacts, { service, results }: {
    readonly service: string;
    readonly results: readonly number[];
}): Result<ServiceAnswer>;
