import type { ServiceErrorDetails } from '../errors.js';
import type { Result } from '../gateway.js';
import type { Deadline } from '../transport/deadline.js';
import type { ServiceAnswer } from './codes.js';
/** The part of a Standard Schema that is used; `Output` is what it makes of a good value. */
export interface StandardSchema<Output = unknown> {
    /** The properties of Standard Schema; only `validate` is called. */
    readonly '~standard': {
        readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    };
}
/** A good value, or what is wrong with it. */
export type SchemaResult<Output> = {
    readonly value: Output;
    readonly issues?: undefined;
} | {
    readonly issues: readonly SchemaIssue[];
};
/** One thing that is wrong, and where. */
export interface SchemaIssue {
    /** What is wrong, in words; it may repeat the value. */
    readonly message: string;
    /** The keys that lead to it. */
    readonly path?: readonly (PropertyKey | {
        readonly key: PropertyKey;
    })[] | undefined;
}
/** Tells a schema. */
export declare function isSchema(schema: unknown): boolean;
/** What is known of the call, and until when a schema may think. */
export type SchemaFacts = Omit<ServiceErrorDetails, 'outcome' | 'serviceCode' | 'data'> & {
    readonly deadline: Deadline;
};
/**
 * Validates an answer's Data. What is refused is a ServiceError with code 200, outcome `failed`, and
 * Data: the call ran and is billed. It says where Data is wrong; a value of Data, which the issues'
 * own texts may repeat, is not shown.
 *
 * @throws The reason of a caller's abort.
 */
export declare function validateData(schema: StandardSchema, answer: ServiceAnswer, { deadline, ...facts }: SchemaFacts): Promise<Result<ServiceAnswer>>;
