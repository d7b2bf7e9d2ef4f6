/**
 * Cuts the echo out of a text.
 *
 * @param serverMessage - What was pasted.
 * @param ours - Our string to sign: of several readings the one that is nearest to it counts.
 * @returns The echo, or undefined when there is none.
 */
export declare function findEcho(serverMessage: string, ours: string): string | undefined;
