/** The HTTP statuses that the front end has a page for. */
export type PageStatus = 400 | 413 | 414 | 500 | 502 | 503 | 504;
/** An answer, ready to be sent. */
export interface Wire {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
}
/**
 * Writes a page.
 *
 * @param url - What the page of 414 repeats, photos and signature included: a client must not pass
 *   it on.
 */
export declare function writePage(status: PageStatus, atEpochMs: number, url?: string): Wire;
