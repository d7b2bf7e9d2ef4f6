/* @ts-self-types="./schema.d.ts" */
/**
 * Validates a service's Data with the caller's own schema: Standard Schema, version 1, so zod,
 * valibot, ArkType and others fit. Exported by `saf-edge` as types.
 *
 * @module
 */
import { ServiceError } from '../errors.js';
/** Tells a schema. */
export function isSchema(schema) {
    return typeof Object(Object(schema)['~standard']).validate === 'function';
}
/**
 * Validates Data. What is refused is a ServiceError with code 200, outcome `failed`, and Data: the
 * call ran and is billed. It says where Data is wrong; a value of Data, which the issues' own texts
 * may repeat, is not shown.
 */
export async function validateData(schema, details) {
    let what = '"schema" itself failed';
    let cause;
    try {
        const result = await schema['~standard'].validate(details.data);
        if (!result.issues)
            return result;
        what = `"schema" refuses ${result.issues.slice(0, 5).map(showPath).join(', ')}`;
    }
    catch (error) {
        cause = error;
    }
    const message = `${details.service} 200: it ran and may be billed, but ${what}: see error.data`;
    const known = { ...details, outcome: 'failed', serviceCode: 200, cause };
    return { error: new ServiceError('ERR_SAF_SERVICE', message, known) };
}
/** Shows the field of Data and indexes in it; any other key may be somebody's name or number. */
function showPath({ path = [] }) {
    const keys = path.map((segment) => String(Object(segment).key ?? segment));
    const isShown = (key, depth) => depth === 0 ? /^[a-z]\w{0,31}$/i.test(key) : /^\d{1,4}$/.test(key);
    return ['data', ...keys.map((key, depth) => (isShown(key, depth) ? key : '…'))].join('.');
}
