/* @ts-self-types="./gateway.d.ts" */
/**
 * The gateway: every check in the documented order, then the product
 * (`spec/gateway-errors.json`, `check_order`).
 *
 * @module
 */
import { encodeBase64 } from '../sign/core.js';
import { refuse, succeed } from './answer.js';
import { authenticate, checkUnsigned, echoText } from './auth.js';
import { md5 } from './md5.js';
import { readFormat } from './parameters.js';
import { findProduct, guessProduct, isRegion, PRODUCTS } from './products.js';
import { isExecuted } from './services/result.js';
import { FACE_SERVICE, runService } from './services/run.js';
import { isRefusal, runSts } from './sts.js';
/** Answers a request, whatever it is. */
export async function answerRequest(arrival, handling) {
    const { params, url } = arrival;
    const [action, version] = [params.get('Action') ?? '', params.get('Version') ?? ''];
    const product = findProduct(url.hostname) ?? guessProduct(action, version);
    const facts = {
        format: readFormat(params) ?? 'XML',
        requestId: handling.requestId,
        hostId: url.hostname,
        product,
        action,
    };
    const call = { ...handling, arrival, facts };
    const { plan } = handling;
    if (plan.gateway !== undefined) {
        const { gateway: code, status, retryAfterMs } = plan;
        const isEchoing = code === 'SignatureDoesNotMatch' || code === 'IncompleteSignature';
        const echo = isEchoing ? await echoText(arrival) : undefined;
        return refuse({ code, status, retryAfterMs, echo }, facts);
    }
    if (plan.before === true)
        return refuse({ code: 'ServiceUnavailable' }, facts);
    const refusal = checkFront(call) ?? (await checkApi(call));
    return refusal ? refuse(refusal, facts) : runProduct(call);
}
/** Method, host, transport security, and whether the parameters can be read at all. */
function checkFront({ arrival, facts, world }) {
    const { method, url, headers, params, badParam, body } = arrival;
    if (method !== 'GET' && method !== 'POST')
        return { code: 'UnsupportedHTTPMethod' };
    if (url.pathname !== '/')
        return { code: 'InvalidApi.NotFound' };
    if (world.config.strictHost) {
        // The decision engine is the only API that is published for http too.
        if (url.protocol === 'http:' && facts.action !== 'RequestDecision') {
            return { code: 'InvalidProtocol.NeedSsl' };
        }
        if (!findProduct(url.hostname))
            return { code: 'InvalidProduct.NotFound' };
    }
    if (badParam !== undefined)
        return { code: 'InvalidParameter', param: showText(badParam) };
    const length = headers.get('content-length');
    const isWhole = length === null || Number(length) === body.length;
    if (!isWhole)
        return { code: 'ContentLengthDoesNotMatch' };
    const digest = headers.get('content-md5');
    const isSame = digest === null || digest === encodeBase64(md5(body));
    if (!isSame)
        return { code: 'ContentMD5NotMatched' };
    if (!readFormat(params))
        return { code: 'InvalidParameter.Format' };
    const accept = headers.get('accept') ?? '*/*';
    const isServable = /\*\/\*|(application|text)\/(\*|json|xml)/i.test(accept);
    return isServable ? undefined : { code: 'InvalidParameter.Accept' };
}
/** Action and version, common parameters, the caller, and the API's own parameters. */
async function checkApi(call) {
    const { arrival, facts, world } = call;
    const { method, params } = arrival;
    if (facts.action === '')
        return { code: 'InvalidAction.NotFound' };
    const api = findApi(facts.product, params, method);
    if ('code' in api)
        return api;
    const missing = COMMON.find((name) => !params.get(name) && (!api.isUnsigned || UNSIGNED.includes(name)));
    if (missing !== undefined)
        return { code: `Missing${missing}` };
    const refusal = api.isUnsigned
        ? await checkUnsigned(params, world)
        : await authenticate(arrival, world);
    const limit = refusal ?? checkAccount(call, api.isUnsigned === true);
    if (limit)
        return limit;
    const region = params.get('RegionId');
    if (region && !isRegion(region))
        return { code: 'InvalidRegion.NotFound' };
    const absent = api.required.find((name) => !params.get(name));
    return absent === undefined ? undefined : { code: `Missing${absent}` };
}
/** What the account may do, and how often. */
function checkAccount({ arrival, facts, world }, isUnsigned) {
    const { product, action } = facts;
    const { keys, rate, apiRate, nowEpochMs } = world;
    const isDenied = keys.find(arrival.params.get('AccessKeyId') ?? '')?.isDenied;
    if (isDenied && product === 'saf')
        return { code: 'Forbidden.RAM' };
    const ofUserMs = rate.take(isUnsigned ? '' : product, nowEpochMs);
    if (ofUserMs > 0) {
        return { code: isUnsigned ? 'Throttling' : 'Throttling.User', retryAfterMs: ofUserMs };
    }
    const ofApiMs = apiRate.take(action, nowEpochMs);
    return ofApiMs > 0 ? { code: 'Throttling.Api', retryAfterMs: ofApiMs } : undefined;
}
/** Common parameters but for `Action` and `Version`, in the order in which they are missed. */
const COMMON = [
    'AccessKeyId',
    'Signature',
    'SignatureMethod',
    'SignatureVersion',
    'SignatureNonce',
    'Timestamp',
];
const UNSIGNED = ['Timestamp'];
function findApi(product, params, method) {
    const { versions, actions } = PRODUCTS[product];
    const [action, version] = [params.get('Action') ?? '', params.get('Version')];
    if (!version)
        return { code: 'MissingVersion' };
    if (!versions.includes(version))
        return { code: 'InvalidVersion' };
    const api = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (api === 'unsupported')
        return { code: 'UnsupportedOperation' };
    if (!api || (api.isPostOnly && method !== 'POST'))
        return { code: 'InvalidAction.NotFound' };
    return api;
}
function runProduct(call) {
    const { arrival, facts, world, requestId, plan, script } = call;
    const { params } = arrival;
    if (facts.product === 'sts') {
        const result = runSts(facts.action, params, world);
        return isRefusal(result)
            ? refuse(result, facts)
            : succeed({ RequestId: requestId, ...result }, facts, { executed: false });
    }
    const isDecision = facts.action === 'RequestDecision';
    const service = isDecision ? 'saf_de' : (params.get('Service') ?? '');
    const isPlanned = plan.face !== undefined || plan.business !== undefined;
    const result = runService(service, params.get('ServiceParameters') ?? '', {
        photoLimits: world.config.photoLimits,
        scripted: isPlanned ? plan : script.takeInService(service === FACE_SERVICE),
        eventCode: isDecision ? params.get('EventCode') : undefined,
    });
    const { Data, Message, Code } = result;
    const fields = {
        ...(Data === undefined ? undefined : { Data }),
        Message,
        RequestId: requestId,
        Code,
    };
    return succeed(fields, facts, { code: Code, executed: isExecuted(result) });
}
/** Shows a parameter's name in a message; what is not plain ASCII is left out. */
function showText(name) {
    return name.replace(/[^ -~]/g, '?').slice(0, 64);
}
