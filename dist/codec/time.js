/* @ts-self-types="./time.d.ts" */
/**
 * Timestamps as the gateway reads them. Private.
 *
 * @module
 */
/** The last millisecond of the year 9999: later ones have no four-digit year. */
const MAX_EPOCH_MS = 253_402_300_799_999;
/** The first millisecond of the year 0. */
const MIN_DATE_MS = -62_167_219_200_000;
/** Tells whether a clock's reading can be written as a timestamp. */
export function isEpochMs(value) {
    return typeof value === 'number' && value >= 0 && value <= MAX_EPOCH_MS;
}
/** Tells whether a date, which may lie before 1970, has a year of four digits. */
export function hasTimestamp(date) {
    return date.getTime() >= MIN_DATE_MS && date.getTime() <= MAX_EPOCH_MS;
}
/**
 * Writes a time as `YYYY-MM-DDTHH:mm:ssZ`: UTC, every field padded, no milliseconds
 * (`spec/saf-api.md` section 3.1).
 */
export function formatTimestamp(epochMs) {
    return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}
