import type { Refusal } from './gateway-errors.js';
import type { Product } from './products.js';
import type { Fields } from './render.js';
/** An answer of the API. */
export interface Answer {
    readonly status: number;
    readonly format: 'JSON' | 'XML';
    /** The root element, when it is written as XML. */
    readonly root: string;
    readonly fields: Fields;
    /** The gateway's or the service's code. */
    readonly code: string | number | undefined;
    /** Whether the paid operation ran. */
    readonly executed: boolean;
    readonly retryAfterMs?: number | undefined;
}
/** What every answer to one request shares. */
export interface AnswerFacts {
    readonly format: 'JSON' | 'XML';
    readonly requestId: string;
    readonly hostId: string;
    readonly product: Product;
    readonly action: string;
}
/** Draws a request ID: an upper-case UUID, version 4. */
export declare function drawRequestId(): string;
/** Writes the envelope of a gateway error. */
export declare function refuse(refusal: Refusal, facts: AnswerFacts): Answer;
/** Writes a product's answer: HTTP 200, whatever its code. */
export declare function succeed(fields: Fields, facts: AnswerFacts, { code, executed }: {
    readonly code?: number;
    readonly executed: boolean;
}): Answer;
