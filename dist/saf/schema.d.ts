import type { ServiceErrorDetails } from '../errors.js';
import type { Result } from '../gateway.js';
/** The part of a Standard Schema that is used; `Output` is what it makes of a good value. */
export interface StandardSchema<Output = unknown> {
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
    readonly message: string;
    readonly path?: readonly (PropertyKey | {
        readonly key: PropertyKey;
    })[] | undefined;
}
/** Tells a schema. */
export declare function isSchema(schema: unknown): boolean;
/**
 * Validates Data. What is refused is a ServiceError with code 200, outcome `failed`, and Data: the
 * call ran and is billed. It says where Data is wrong; a value of Data, which the issues' own texts
 * may repeat, is not shown.
 */
export declare function validateData<Output>(schema: StandardSchema<Output>, details: Omit<ServiceErrorDetails, 'outcome' | 'serviceCode'>): Promise<Result<Output>>;
