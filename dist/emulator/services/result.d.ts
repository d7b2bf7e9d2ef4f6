/**
 * What services answer.
 *
 * @module
 */
/** The fields of a service's answer, but for the request ID. */
export interface ServiceResult {
    readonly Code: number;
    readonly Message: string;
    /** Text for `intl_face_verify`, an object for every other service. */
    readonly Data?: unknown;
}
/** Writes a code with its usual text and without Data. */
export declare function fail(code: number, message?: string): ServiceResult;
/** Tells the codes of answers before which nothing ran. */
export declare function isExecuted({ Code }: ServiceResult): boolean;
