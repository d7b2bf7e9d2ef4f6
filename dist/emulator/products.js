/* @ts-self-types="./products.d.ts" */
/**
 * Which product a request is for, and which API of it (`spec/endpoints.json`,
 * `spec/saf-api.md` sections 2.1 and 3.9).
 *
 * @module
 */
const EXECUTE = { required: ['Service', 'ServiceParameters'] };
/** What each product publishes; `unsupported` is what only old SDKs know. */
export const PRODUCTS = {
    saf: {
        versions: [
            '2017-03-31',
            '2017-10-01',
            '2018-09-19',
            '2019-01-20',
            '2019-01-28',
            '2019-05-21',
            '2020-07-06',
        ],
        actions: {
            ExecuteRequest: EXECUTE,
            ExecuteRequestSG: EXECUTE,
            ExecuteRequestML: EXECUTE,
            RequestDecision: { required: ['EventCode', 'ServiceParameters'], isPostOnly: true },
            ExecuteExtendService: 'unsupported',
        },
    },
    sts: {
        versions: ['2015-04-01'],
        actions: {
            AssumeRole: { required: ['RoleArn', 'RoleSessionName'] },
            AssumeRoleWithOIDC: {
                required: ['OIDCProviderArn', 'OIDCToken', 'RoleArn', 'RoleSessionName'],
                isUnsigned: true,
            },
            GetCallerIdentity: { required: [] },
        },
    },
};
const REGION = '[a-z]{2}-[a-z]+(-\\d)?';
/** Tells a region's name by its shape. */
export function isRegion(text) {
    return new RegExp(`^${REGION}$`).test(text);
}
/** Tells the product that a host name of the vendor is bound to; undefined for any other host. */
export function findProduct(hostname) {
    if (hostname === 'sts.aliyuncs.com')
        return 'sts';
    const bound = new RegExp(`^(saf|sts)(-vpc)?\\.${REGION}\\.aliyuncs\\.com$`).exec(hostname);
    return bound?.[1]; // why: the pattern has these two only
}
/** Guesses the product behind a host that is not the vendor's, such as loopback. */
export function guessProduct(action, version) {
    const { versions, actions } = PRODUCTS.sts;
    return versions.includes(version) && Object.hasOwn(actions, action) ? 'sts' : 'saf';
}
