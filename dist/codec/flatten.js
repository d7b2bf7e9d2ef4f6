/* @ts-self-types="./flatten.d.ts" */
/**
 * Nested parameters as flat ones: `Key.1`, `Key.1.Sub`. Private.
 *
 * @module
 */
import { check, isPlain, quote } from './check.js';
import { formatTimestamp, hasTimestamp } from './time.js';
/**
 * Flattens parameters: arrays count from 1, objects by name, joined by dots. A null entry of an
 * array is dropped and keeps its index (`vectors/flatten.json`).
 *
 * @throws TypeError naming the path of a value that no parameter can carry, of one that holds
 *   itself, and of two that flatten to one name.
 */
export function flatten(params) {
    check(isPlain(params), 'params', 'plain object', params);
    const flat = new Map();
    walk(params, { prefix: '', flat, parents: [] });
    // fromEntries defines properties, so that a parameter named __proto__ is just a name.
    return Object.fromEntries(flat);
}
function walk(holder, { prefix, flat, parents }) {
    const isArray = Array.isArray(holder);
    for (const [name, value] of isArray ? holder.entries() : Object.entries(holder)) {
        const key = prefix + (isArray ? Number(name) + 1 : name);
        if (value === null || value === undefined)
            continue;
        const text = writeScalar(value);
        if (text === undefined) {
            const isOpen = Array.isArray(value) || isPlain(value);
            check(isOpen && !parents.includes(value), key, 'a value that can be sent', value);
            walk(value, { prefix: `${key}.`, flat, parents: [...parents, value] });
        }
        else if (flat.has(key)) {
            throw new TypeError(`${quote(key)} is given twice`);
        }
        else {
            flat.set(key, text);
        }
    }
}
/** Writes a scalar as text; undefined for anything else. */
function writeScalar(value) {
    if (typeof value === 'string')
        return value;
    if (value instanceof Date)
        return hasTimestamp(value) ? formatTimestamp(value.getTime()) : undefined;
    const isScalar = typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value);
    return isScalar ? String(value) : undefined;
}
