/* @ts-self-types="./execute.d.ts" */
import { check, checkText, isPlain } from '../codec/check.js';
import { encodeJson } from '../codec/json.js';
import { judgeService } from './codes.js';
import { isSchema, validateData } from './schema.js';
/**
 * Calls a service, and validates Data if there is a schema.
 *
 * @throws TypeError naming what cannot be sent.
 */
export async function executeService(caller, call) {
    const { service, action, eventCode, write, schema, options } = call;
    checkText(service, 'service');
    checkText(action, 'action');
    check(schema === undefined || isSchema(schema), 'schema', 'Standard Schema', schema);
    const isDecision = action === 'RequestDecision';
    if (isDecision)
        checkText(eventCode, 'eventCode');
    const head = isDecision ? { EventCode: String(eventCode) } : { Service: service };
    return caller({
        action,
        service,
        params: async () => ({ ...head, ServiceParameters: await write() }),
        async judge({ requestId, status, ...received }, facts) {
            const known = { ...facts, requestId, status };
            const result = judgeService({ ...received, requestId, status }, known, service);
            if (result.error || !schema || result.value.code !== 200)
                return result;
            const { data } = result.value;
            const valid = await validateData(schema, { ...known, service, data });
            return valid.error ? valid : { value: { ...result.value, data: valid.value } };
        },
        options,
    });
}
/**
 * Prepares the JSON text of parameters.
 *
 * @throws TypeError naming what is no plain object; the writer, for what JSON cannot say.
 */
export function writeJson(name, params) {
    check(isPlain(params), name, 'plain object', params);
    return () => {
        const text = encodeJson(params);
        check(text, name, 'JSON without a bigint or a loop', params);
        return text;
    };
}
