import type { ServiceResult } from './result.js';
/** What each method asks for. */
export declare const FACE_METHODS: Readonly<Record<string, string>>;
/** Answers `face_verify`; its required fields were checked. A query finds a finished session. */
export declare function runFaceMethod(method: string, parameters: unknown): ServiceResult;
/** Answers `face_verify_localsdk`: 409 for a photo that shows another person, or nobody. */
export declare function matchPhoto(parameters: unknown): ServiceResult;
