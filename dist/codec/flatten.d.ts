/** A value that RPC parameters can carry; null and undefined are dropped. */
export type ParamValue = string | number | boolean | bigint | Date | null | undefined | readonly ParamValue[] | Params;
/** Parameters of an action, by wire name: a literal, or an object whose type is an interface. */
export type Params = {
    readonly [name: string]: ParamValue;
} | ParamsObject;
/**
 * An object with an interface's type, which has no index signature: its values are checked when they
 * are sent. A list, a Map, a promise that was not awaited and a function are told by what they have.
 */
export type ParamsObject = object & {
    readonly [Symbol.iterator]?: never;
    readonly then?: never;
    readonly call?: never;
};
/**
 * Flattens parameters: arrays count from 1, objects by name, joined by dots. A null entry of an
 * array is dropped and keeps its index (`vectors/flatten.json`).
 *
 * @throws TypeError naming the path of a value that no parameter can carry, of one that holds
 *   itself, and of two that flatten to one name.
 */
export declare function flatten(params: Params): Record<string, string>;
