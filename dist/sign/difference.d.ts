import type { Explanation } from '../errors.js';
import type { SignParams } from './canonicalize.js';
import type { SignedText } from './mistaken-text.js';
/** What we signed, and what must not be shown. */
export interface OurSide {
    readonly text: SignedText;
    readonly params: SignParams;
    readonly accessKeySecret: string;
}
/** Explains an echo that differs from our text. */
export declare function explainDifference(ours: OurSide, echo: string): Explanation;
