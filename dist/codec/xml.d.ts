import type { AnswerFormat } from './json.js';
export type { AnswerFormat, Envelope } from './json.js';
/**
 * Asks for XML and reads it: elements become fields, repeated ones arrays, and every leaf is text.
 * Attributes and comments are dropped; a document with a DOCTYPE is refused.
 *
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { xmlFormat } from 'saf-edge/xml'
 *
 * const saf = createSaf({ accessKeyId: 'id', accessKeySecret: 'secret', format: xmlFormat })
 * console.log(typeof saf.executeRequest) // function
 * ```
 */
export declare const xmlFormat: AnswerFormat;
