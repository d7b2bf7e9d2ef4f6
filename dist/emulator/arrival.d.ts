import type { PageStatus } from './pages.js';
/** A request that reached the gateway. */
export interface Arrival {
    readonly method: string;
    readonly url: URL;
    readonly headers: Headers;
    readonly urlBytes: number;
    readonly body: Uint8Array;
    /** Bytes of the body; of one that is refused by its size, those that were read. */
    readonly bodyBytes: number;
    /** Query and form united, and what the newer signature has in headers. */
    readonly params: ReadonlyMap<string, string>;
    /** The parameter that makes the whole of them unreadable. */
    readonly badParam: string | undefined;
    /** The front end's refusal, made before the gateway looked. */
    readonly page: PageStatus | undefined;
}
/** What the front end lets through. */
export interface ArrivalLimits {
    readonly maxUrlBytes: number;
    readonly maxBodyBytes: number;
}
/** Finds the signal that a `fetch` call listens to. */
export declare function findSignal(input: string | URL | Request, init: RequestInit | undefined): AbortSignal | undefined;
/**
 * Reads a request.
 *
 * @throws TypeError when the host's `Request` refuses the arguments, as its `fetch` would; the
 *   signal's reason on abort.
 */
export declare function readArrival(request: Request, limits: ArrivalLimits, signal: AbortSignal | undefined): Promise<Arrival>;
/** Takes both forms of a `fetch` call. The signal stays outside: a Request would hold on to it. */
export declare function readRequest(input: string | URL | Request, init: RequestInit | undefined): Request;
