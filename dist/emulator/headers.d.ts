/**
 * The headers of the gateway's answers, CORS by the year in which it was seen
 * (`spec/endpoints.json`, `spec/saf-api.md` section 4).
 *
 * @module
 */
/** Which CORS headers the gateway sends. */
export type CorsProfile = '2017' | '2022' | '2025' | 'off';
type Headers = Readonly<Record<string, string>>;
/**
 * Answers to preflights carry the same headers. None of 2025's was seen, so there a page passes with
 * simple requests only: the form body and no header of its own.
 */
export declare const PROFILES: Readonly<Record<CorsProfile, Headers>>;
/** What the headers of an answer depend on. */
export interface HeaderFacts {
    readonly format: 'JSON' | 'XML';
    readonly requestId: string;
    readonly traceId: string;
    readonly atEpochMs: number;
    readonly corsProfile: CorsProfile;
    readonly retryAfterMs?: number | undefined;
}
/** Writes the headers of an answer of the API. */
export declare function writeHeaders(facts: HeaderFacts): Record<string, string>;
/** Writes the `date` header (RFC 9110 section 5.6.7). */
export declare function writeDate(atEpochMs: number): string;
export {};
