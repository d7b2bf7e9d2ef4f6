/* @ts-self-types="./execute.d.ts" */
import { checkText } from '../codec/check.js';
import { judgeService } from './codes.js';
/**
 * Calls a service by `ExecuteRequest`.
 *
 * @throws TypeError for a service without a name.
 */
export async function executeService(caller, call) {
    const { service, writeParameters, results, options } = call;
    checkText(service, 'service');
    return caller({
        action: 'ExecuteRequest',
        params: async () => ({
            Service: service,
            ServiceParameters: await writeParameters(),
        }),
        judge: (answer, facts) => judgeService(answer, facts, { service, results }),
        options,
    });
}
