import type { CallFacts, Result } from './gateway.js';
import type { Config } from './options.js';
import type { Answer } from './response.js';
import type { FormParams } from './sign/encode-form.js';
import type { RequestSpec, SignedRequest, Signer } from './sign/signer.js';
import type { Deadline } from './transport/deadline.js';
import type { CallOptions, Credentials } from './types.js';
/**
 * Turns a product's answer into a value or an error, inside the retry loop. What it waits for ends
 * with the deadline, and then says that the answer came.
 */
export type Judge<T> = (answer: Answer, before: CallFacts, deadline: Deadline) => Result<T> | Promise<Result<T>>;
/** One call, checked and flat. */
export interface Call<T> {
    readonly action: string;
    /** The service of SAF. */
    readonly service?: string;
    /** Makes the flat parameters: within the deadline, before anything is signed. */
    readonly params: () => FormParams | Promise<FormParams>;
    readonly judge: Judge<T>;
    readonly options?: CallOptions | undefined;
}
/** Makes calls with one client's options. */
export type Caller = <T>(call: Call<T>) => Promise<T>;
/** What a client remembers between calls: values only, never pending work. */
export interface Client {
    readonly config: Config;
    readonly sign: Signer;
    /** How far the gateway's clock was ahead when it last said so, in milliseconds. */
    skewMs: number;
    /** Calls so far. */
    calls: number;
}
/** Creates a client that has made no call yet. */
export declare function createClient(config: Config): Client;
/** Creates the caller of a client. */
export declare function createCaller(config: Config, client?: Client): Caller;
/** What is asked for. */
export type Asked = Pick<RequestSpec, 'action' | 'params' | 'method'>;
/** Signs a request with a clock that is right and a nonce that is new. */
export declare function signOnce({ config, sign, skewMs }: Client, asked: Asked, credentials: Credentials): Promise<SignedRequest>;
/**
 * Signs a request that somebody else sends.
 *
 * @throws TransportError when credentials do not come in time.
 */
export declare function signUnsent(client: Client, asked: Asked): Promise<SignedRequest>;
