/**
 * Timestamps as the gateway reads them. Private.
 *
 * @module
 */
/** Tells whether a clock's reading can be written as a timestamp. */
export declare function isEpochMs(value: unknown): value is number;
/** Tells whether a date, which may lie before 1970, has a year of four digits. */
export declare function hasTimestamp(date: Date): boolean;
/**
 * Writes a time as `YYYY-MM-DDTHH:mm:ssZ`: UTC, every field padded, no milliseconds
 * (`spec/saf-api.md` section 3.1).
 */
export declare function formatTimestamp(epochMs: number): string;
