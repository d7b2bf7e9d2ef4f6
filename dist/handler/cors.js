/* @ts-self-types="./cors.d.ts" */
/**
 * Which pages may call, and the headers that let them read every answer, errors too (Fetch
 * standard, "CORS protocol").
 *
 * @module
 */
/** Seconds a browser may remember a preflight. */
const PREFLIGHT_MAX_AGE = '600';
/**
 * Lists the headers that every answer to a page has.
 *
 * @param origin - The page's origin when it may call; null for any other.
 */
export function corsHeaders(origin) {
    if (origin === null)
        return [];
    return [
        ['access-control-allow-origin', origin],
        // Pages are named one by one, so cookies may come along for `authorize` to read.
        ['access-control-allow-credentials', 'true'],
        ['access-control-expose-headers', 'idempotency-replayed, retry-after'],
    ];
}
/** Answers the preflight of a page that may call. */
export function answerPreflight(allowedHeaders) {
    return new Response(null, {
        status: 204,
        headers: {
            'access-control-allow-methods': 'POST',
            'access-control-allow-headers': allowedHeaders.join(', '),
            'access-control-max-age': PREFLIGHT_MAX_AGE,
        },
    });
}
