import type { HmacSha1 } from '../crypto/hmac.js';
import type { Explanation } from '../errors.js';
import type { SignParams } from './canonicalize.js';
import type { SignedText } from './mistaken-text.js';
/** The request, and the signature that was refused. */
export interface Recognition {
    /** The right string to sign. */
    readonly text: SignedText;
    readonly params: SignParams;
    readonly accessKeySecret: string;
    readonly signature: string;
    readonly hmac: HmacSha1;
}
/** Says which mistake, or which two, give the signature; `none` when it is the right one. */
export declare function recognise(request: Recognition): Promise<Explanation>;
