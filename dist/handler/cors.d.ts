/**
 * Which pages may call, and the headers that let them read every answer, errors too (Fetch
 * standard, "CORS protocol").
 *
 * @module
 */
/**
 * Lists the headers that every answer to a page has.
 *
 * @param origin - The page's origin when it may call; null for any other.
 */
export declare function corsHeaders(origin: string | null): readonly (readonly [string, string])[];
/** Answers the preflight of a page that may call. */
export declare function answerPreflight(allowedHeaders: readonly string[]): Response;
