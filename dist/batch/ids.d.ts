/** The pairs of a batch by id; about 60 bytes each. */
export interface Ids {
    /** Notes a pair whose result the journal has. */
    readonly restore: (id: string, fingerprint: string) => void;
    /** Tells whether the journal has a pair's result. */
    readonly isRestored: (id: string) => boolean;
    /**
     * Claims a pair that comes from the source.
     *
     * @returns Whether it is to be called; false when the journal has its result.
     * @throws TypeError when the source had it before, or the journal has it with other photos.
     */
    readonly claim: (id: string, fingerprint: string) => boolean;
}
/** Creates an empty memory. */
export declare function createIds(): Ids;
