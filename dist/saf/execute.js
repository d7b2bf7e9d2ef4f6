/* @ts-self-types="./execute.d.ts" */
import { checkText } from '../codec/check.js';
import { judgeService } from './codes.js';
/**
 * Calls a service by `ExecuteRequest`.
 *
 * @throws TypeError for a service without a name, or parameters that are not JSON.
 */
export async function executeService(caller, call) {
    const { service, serviceParameters, results, options } = call;
    checkText(service, 'service');
    return caller({
        action: 'ExecuteRequest',
        params: async () => ({
            Service: service,
            ServiceParameters: writeJson(await serviceParameters()),
        }),
        judge: (answer, facts) => judgeService(answer, facts, { service, results }),
        options,
    });
}
/** Writes the parameters as JSON; what JSON cannot say is refused without being shown. */
function writeJson(parameters) {
    try {
        return JSON.stringify(parameters);
    }
    catch {
        throw new TypeError('"serviceParameters" expected JSON: no bigint, and nothing that holds itself');
    }
}
