import type { HandlerEvent } from './options.js';
/** Tells an event. Never throws. */
export type Tell = (event: HandlerEvent) => void;
/** Makes a teller of a listener, whose failure is no answer to a page. */
export declare function createTell(onEvent: ((event: HandlerEvent) => void) | undefined): Tell;
