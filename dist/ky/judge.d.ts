import type { CallFacts, Result } from '../gateway.js';
import type { Answer } from '../response.js';
import type { Asked } from './asked.js';
/**
 * Takes a `Code` from 400 to 599 for an error, whatever the HTTP status; but not 409, by which some
 * services of China answer. Other codes are the product's own: `OK`, `1`, 200, or none.
 */
export declare function judgeCode(answer: Answer, facts: CallFacts, { action, params }: Asked): Result<Answer>;
