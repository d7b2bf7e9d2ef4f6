/**
 * Validates a service's Data with the caller's own schema: Standard Schema, version 1, so zod,
 * valibot, ArkType and others fit. Exported by `saf-edge` as types.
 *
 * @module
 */
import { ServiceError } from '../errors.ts'
import type { ServiceErrorDetails } from '../errors.ts'
import type { Result } from '../gateway.ts'
import type { Deadline } from '../transport/deadline.ts'
import type { ServiceAnswer } from './codes.ts'

/** The part of a Standard Schema that is used; `Output` is what it makes of a good value. */
export interface StandardSchema<Output = unknown> {
  /** The properties of Standard Schema; only `validate` is called. */
  readonly '~standard': {
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>
  }
}

/** A good value, or what is wrong with it. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] }

/** One thing that is wrong, and where. */
export interface SchemaIssue {
  /** What is wrong, in words; it may repeat the value. */
  readonly message: string
  /** The keys that lead to it. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** Tells a schema. */
export function isSchema(schema: unknown): boolean {
  return typeof Object(Object(schema)['~standard']).validate === 'function'
}

/** What is known of the call, and until when a schema may think. */
export type SchemaFacts = Omit<ServiceErrorDetails, 'outcome' | 'serviceCode' | 'data'> & {
  readonly deadline: Deadline
}

/**
 * Validates an answer's Data. What is refused is a ServiceError with code 200, outcome `failed`, and
 * Data: the call ran and is billed. It says where Data is wrong; a value of Data, which the issues'
 * own texts may repeat, is not shown.
 *
 * @throws The reason of a caller's abort.
 */
export async function validateData(
  schema: StandardSchema,
  answer: ServiceAnswer,
  { deadline, ...facts }: SchemaFacts,
): Promise<Result<ServiceAnswer>> {
  const { data } = answer
  let what = '"schema" failed or hung'
  let cause: unknown
  try {
    const result = await deadline.race(schema['~standard'].validate(data))
    if (!result.issues) return { value: { ...answer, data: result.value } }
    what = `"schema" refuses ${result.issues.slice(0, 5).map(showPath).join(', ')}`
  } catch (error) {
    if (deadline.signal.aborted && !deadline.isExpired()) throw deadline.signal.reason
    cause = error
  }
  const message = `${facts.service} 200: it ran and may be billed, but ${what}: see error.data`
  const details = { ...facts, data, outcome: 'failed', serviceCode: 200, cause } as const
  return { error: new ServiceError('ERR_SAF_SERVICE', message, details) }
}

/** Shows the field of Data and indexes in it; any other key may be somebody's name or number. */
function showPath({ path = [] }: SchemaIssue): string {
  const keys = path.map((segment, depth) => {
    const key = String(Object(segment).key ?? segment)
    return (depth === 0 ? /^[a-z]\w{0,31}$/i : /^\d{1,4}$/).test(key) ? key : '…'
  })
  return ['data', ...keys].join('.')
}
