/**
 * The system's errors: their codes, which say more than their messages.
 *
 * @module
 */
/** Reads an error's code, such as `ENOENT`. */
export function readErrorCode(error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
