import type { Input } from './read-input.js';
/** Whose record, and under which key of whose. */
export interface RecordOwner {
    readonly subject: string;
    readonly idempotencyKey: string;
    /** Empty when there is none: then the Idempotency-Key alone makes a record unguessable. */
    readonly secret: string;
}
/** The name of a record, and the fingerprint of what it was made for, in hex. */
export interface RecordId {
    readonly name: string;
    readonly fingerprint: string;
}
/**
 * Computes both. The fingerprint is of the photos and the code, not of the body: a page that sends
 * its form again draws another boundary.
 */
export declare function identifyRecord({ subject, idempotencyKey, secret }: RecordOwner, { refFaceContent, authFaceContent, resourceCode }: Input): Promise<RecordId>;
