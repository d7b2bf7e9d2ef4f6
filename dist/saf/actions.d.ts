/** The actions that call a service by name, and the decision engine's own. */
export type SafAction = 'ExecuteRequest' | 'ExecuteRequestSG' | 'ExecuteRequestML' | 'RequestDecision';
/**
 * Chooses the action: abroad the services `…_intl` and the decision engine have their own, in
 * Malaysia the engine has another one.
 */
export declare function chooseAction(service: string, region: string): SafAction;
/** Tells the services of China that are published for an older version, with codes of their own. */
export declare function isChinaFace(service: unknown): boolean;
/** Decodes the fields of Data that come as text. */
export declare function decodeFields(service: string, data: unknown): unknown;
/** Reads a finite decimal, as a number or as text, which is all that XML has. */
export declare function readDecimal(value: unknown, pattern?: RegExp): number | undefined;
