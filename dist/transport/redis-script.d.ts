/** What every Redis client has. The parameters of four clients have no common type. */
interface EvalClient {
    readonly eval: (...args: never[]) => unknown;
}
/** Runs a script on one key, and gives what the client's `eval` gives. */
export type RunScript = (key: string, args: readonly string[]) => unknown;
/**
 * Prepares a script. It is sent whole each time, since a server forgets scripts.
 *
 * @throws TypeError when the client has no `eval`.
 */
export declare function prepareScript(client: EvalClient, script: string): RunScript;
export {};
