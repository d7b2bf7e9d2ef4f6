import type { Explanation } from '../errors.js';
/** Cuts the gateway's string to sign out of its message; undefined or empty when there is none. */
export declare function readEcho(serverMessage: unknown): string | undefined;
/** Says in which parameter two strings to sign differ first, or that they are equal. */
export declare function compareEcho(ours: string, echo: string | undefined): Explanation;
