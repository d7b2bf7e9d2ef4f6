/** The error for a wrong argument: numbers and booleans are shown, other values only named. */
export declare function wrong(name: string, what: string, got: unknown): TypeError;
/** Checks that a value is an object with fields. */
export declare function requireObject(name: string, value: unknown): void;
/** Checks an integer of at least 1. */
export declare function readInteger(name: string, value: unknown, fallback: number): number;
/** Checks a number of milliseconds that a timer can wait. */
export declare function readWait(name: string, value: unknown): number | undefined;
