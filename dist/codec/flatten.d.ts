/** A value that RPC parameters can carry; null and undefined are dropped. */
export type ParamValue = string | number | boolean | bigint | Date | null | undefined | readonly ParamValue[] | {
    readonly [name: string]: ParamValue;
};
/** Parameters of an action, by wire name. */
export type Params = Readonly<Record<string, ParamValue>>;
/**
 * Flattens parameters: arrays count from 1, objects by name, joined by dots. A null entry of an
 * array is dropped and keeps its index (`vectors/flatten.json`).
 *
 * @throws TypeError naming the path of a value that no parameter can carry, of one that holds
 *   itself, and of two that flatten to one name.
 */
export declare function flatten(params: Params): Record<string, string>;
