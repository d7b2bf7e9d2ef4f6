import type { PhotoLimits } from '../options.js';
import type { FaceOutcome } from './face-outcome.js';
import type { ServiceResult } from './result.js';
/** Verifies; checks in the order of the document. */
export declare function verifyFace(parameters: unknown, limits: PhotoLimits): ServiceResult;
/** Reads the outcome a photo carries; a photo without one shows nobody. */
export declare function judgePhoto(base64: string, limits: PhotoLimits): FaceOutcome;
