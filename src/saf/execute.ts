/**
 * Calls a service of SAF and judges its answer.
 *
 * @module
 */
import type { Caller } from '../caller.ts'
import { check, checkText, isPlain } from '../codec/check.ts'
import { encodeJson } from '../codec/json.ts'
import type { FormParams, FormValue } from '../sign/encode-form.ts'
import type { CallOptions } from '../types.ts'
import type { SafAction } from './actions.ts'
import { judgeService } from './codes.ts'
import type { ServiceAnswer } from './codes.ts'
import { isSchema, validateData } from './schema.ts'
import type { StandardSchema } from './schema.ts'

/** Options of `executeRequest`. */
export interface ExecuteOptions<Output = unknown> extends DecideOptions<Output> {
  /**
   * The action to call by. `RequestDecision` takes its event from the parameter `eventCode`.
   *
   * @defaultValue `ExecuteRequest`; `ExecuteRequestSG` for services named `…_intl` and `…_intl_pro`,
   *   and for `saf_de` in regions outside `cn-…`, but `ExecuteRequestML` in ap-southeast-3
   */
  readonly action?: SafAction | (string & {}) | undefined
}

/** Options of `decide`. */
export interface DecideOptions<Output = unknown> extends CallOptions {
  /**
   * Validates the Data of a Code 200 answer, and makes `data` what it gives: a schema of zod,
   * valibot, ArkType or any other library of Standard Schema.
   *
   * What it refuses, or has not accepted when time is up, rejects with a `ServiceError` whose
   * `serviceCode` is 200 and whose `outcome` is `failed`: the call ran, and asking again is another
   * call. Its `data` has Data, decoded.
   */
  readonly schema?: StandardSchema<Output> | undefined
}

/** One call of a service. */
export interface ServiceCall {
  readonly service: string
  readonly action: string
  /** The event that `RequestDecision` is about. */
  readonly eventCode?: unknown
  /** Makes the JSON text of the parameters: within the deadline, before anything is signed. */
  readonly write: () => FormValue | Promise<FormValue>
  readonly schema?: StandardSchema | undefined
}

/**
 * Calls a service, and validates Data if there is a schema.
 *
 * @throws TypeError naming what cannot be sent.
 */
export async function executeService(
  caller: Caller,
  call: ServiceCall,
  options: CallOptions | undefined,
): Promise<ServiceAnswer> {
  const { service, action, eventCode, write, schema } = call
  checkText(service, 'service')
  checkText(action, 'action')
  check(schema === undefined || isSchema(schema), 'schema', 'Standard Schema', schema)
  let head: FormParams = { Service: service }
  if (action === 'RequestDecision') {
    checkText(eventCode, 'eventCode')
    head = { EventCode: eventCode }
  }
  return caller({
    ...call,
    params: async () => ({ ...head, ServiceParameters: await write() }),
    async judge({ envelope, ...answered }, facts, deadline) {
      const known = { ...facts, ...answered }
      const result = judgeService(envelope, known, service)
      if (result.error || !schema || result.value.code !== 200) return result
      return validateData(schema, result.value, { ...known, service, deadline })
    },
    options,
  })
}

/**
 * Prepares the JSON text of parameters.
 *
 * @throws TypeError naming what is no plain object; the writer, for what JSON cannot say.
 */
export function writeJson(name: string, params: object): () => string {
  check(isPlain(params), name, 'plain object', params)
  return () => {
    const text = encodeJson(params)
    check(text, name, 'JSON without a bigint or a loop', params)
    return text
  }
}
