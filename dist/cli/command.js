/** The exit codes, and there are no others. */
export const EXIT = {
    /** Verified and passed; for a server: stopped on purpose. */
    passed: 0,
    /** Verified and not passed. */
    notPassed: 1,
    /** Called wrongly: nothing was sent. */
    usage: 2,
    /** The call failed. */
    failed: 3,
    /** Interrupted by Ctrl+C. */
    interrupted: 130,
};
