import type { World } from './auth.js';
import type { Refusal } from './gateway-errors.js';
import type { Fields } from './render.js';
type Params = ReadonlyMap<string, string>;
/** Answers an action of STS, but for the request ID. */
export declare function runSts(action: string, params: Params, world: World): Refusal | Fields;
/** Tells a refusal of {@link runSts} from an answer. */
export declare function isRefusal(result: Refusal | Fields): result is Refusal;
export {};
