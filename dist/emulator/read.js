/* @ts-self-types="./read.d.ts" */
/**
 * Checks of what the emulator is given; no text is ever shown.
 *
 * @module
 */
import { kindOf, quote } from '../sign/core.js';
/** A timer's longest wait, in milliseconds. */
const MAX_WAIT_MS = 2_147_483_647;
/** The error for a wrong argument: numbers and booleans are shown, other values only named. */
export function wrong(name, what, got) {
    const shown = typeof got === 'number' || typeof got === 'boolean' ? String(got) : kindOf(got);
    return new TypeError(`${quote(name)} expected ${what}, got ${shown}`);
}
/** Checks that a value is an object with fields. */
export function requireObject(name, value) {
    if (kindOf(value) !== 'object')
        throw wrong(name, 'object', value);
}
/** Checks an integer of at least 1. */
export function readInteger(name, value, fallback) {
    if (value === undefined)
        return fallback;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
        throw wrong(name, 'positive integer', value);
    }
    return value;
}
/** Checks a number of milliseconds that a timer can wait. */
export function readWait(name, value) {
    if (value === undefined)
        return undefined;
    if (typeof value !== 'number' || !(value >= 0 && value <= MAX_WAIT_MS)) {
        throw wrong(name, `milliseconds from 0 to ${MAX_WAIT_MS}`, value);
    }
    return value;
}
