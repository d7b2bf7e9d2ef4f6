/* @ts-self-types="./sts.d.ts" */
/**
 * STS, the second product: keys for a while, which the emulator then accepts
 * (`spec/saf-api.md` section 3.9).
 *
 * @module
 */
import { decodeText, own, readText } from '../core.js';
import { kindOf } from '../sign/core.js';
import { formatTimestamp } from '../core.js';
import { decodeBase64 } from '../sign/core.js';
import { randomNonce } from '../core.js';
/** An account of nobody. */
const ACCOUNT = '1000000000000001';
/** The audience that the vendor's own tokens are made for. */
const AUDIENCE = 'sts.aliyuncs.com';
/** Seconds: the shortest, the longest a role can allow, and the default. */
const DURATION = { min: 900, max: 43_200, usual: 3600 };
/** Answers an action of STS, but for the request ID. */
export function runSts(action, params, world) {
    if (action === 'GetCallerIdentity')
        return describeCaller(params.get('AccessKeyId') ?? '');
    const isOidc = action === 'AssumeRoleWithOIDC';
    const refusal = (isOidc ? checkToken(params, world.nowEpochMs) : undefined) ?? checkRole(params, isOidc);
    if (refusal)
        return refusal;
    const claims = isOidc ? readClaims(params.get('OIDCToken') ?? '') : undefined;
    return {
        ...(isOidc && {
            OIDCTokenInfo: {
                Subject: readText(own(claims, 'sub')) || 'emulated-subject',
                Issuer: readText(own(claims, 'iss')) || 'https://oidc.invalid',
                ClientIds: AUDIENCE,
            },
        }),
        ...issueKey(params, world),
    };
}
/** Tells a refusal of {@link runSts} from an answer. */
export function isRefusal(result) {
    return typeof result['code'] === 'string';
}
function describeCaller(accessKeyId) {
    const isRole = accessKeyId.startsWith('STS.');
    return {
        IdentityType: isRole ? 'AssumedRoleUser' : 'RAMUser',
        AccountId: ACCOUNT,
        PrincipalId: '2000000000000002',
        ...(isRole ? { RoleId: '3000000000000003' } : { UserId: '2000000000000002' }),
        Arn: isRole
            ? `acs:ram::${ACCOUNT}:assumed-role/emulated/session`
            : `acs:ram::${ACCOUNT}:user/emulated`,
    };
}
/** Roles named `missing…` do not exist, and roles named `denied…` refuse the caller. */
function checkRole(params, isOidc) {
    const role = /^acs:ram::\d+:role\/([\w.-]{1,64})$/.exec(params.get('RoleArn') ?? '')?.[1];
    if (role === undefined)
        return { code: 'InvalidParameter.RoleArn' };
    if (!/^[\w.@-]{2,64}$/.test(params.get('RoleSessionName') ?? '')) {
        return { code: 'InvalidParameter.RoleSessionName' };
    }
    const seconds = params.get('DurationSeconds');
    const isDuration = seconds === undefined ||
        (/^\d{3,5}$/.test(seconds) &&
            Number(seconds) >= DURATION.min &&
            Number(seconds) <= DURATION.max);
    if (!isDuration)
        return { code: 'InvalidParameter.DurationSeconds' };
    const policy = params.get('Policy');
    if (policy !== undefined && policy.length > 2048)
        return { code: 'InvalidParameter.PolicySize' };
    if (policy && kindOf(decodeText(policy)) !== 'object')
        return { code: 'InvalidParameter.PolicyGrammar' };
    const externalId = params.get('ExternalId');
    if (externalId !== undefined && !/^.{2,1224}$/s.test(externalId)) {
        return { code: 'InvalidParameter', param: 'ExternalId' };
    }
    if (role.startsWith('missing'))
        return { code: 'EntityNotExist.Role' };
    if (!role.startsWith('denied'))
        return undefined;
    return { code: isOidc ? 'AuthenticationFail.NoPermission' : 'NoPermission' };
}
/**
 * A token that is no JWT is taken as it is: the emulator knows no issuer. A JWT is judged by its
 * claims, not by its signature, unless it has none.
 */
function checkToken(params, nowEpochMs) {
    const token = params.get('OIDCToken') ?? '';
    const refuse = (reason) => ({ code: `AuthenticationFail.OIDCToken.${reason}` });
    if (token.length < 4 || token.length > 20_000)
        return refuse('Invalid');
    if (!token.includes('.'))
        return undefined;
    const claims = readClaims(token);
    if (!claims)
        return refuse('Invalid');
    if (token.endsWith('.'))
        return refuse('InvalidSignature');
    const [issuer, audience, expiry] = ['iss', 'aud', 'exp'].map((name) => own(claims, name));
    if (issuer !== undefined && !String(issuer).startsWith('https://'))
        return refuse('HttpsUrlInvalid');
    if (audience !== undefined && ![audience].flat().includes(AUDIENCE)) {
        return refuse('AudienceNotMatch');
    }
    return typeof expiry === 'number' && expiry * 1000 <= nowEpochMs ? refuse('Expired') : undefined;
}
function readClaims(token) {
    try {
        const payload = token.split('.')[1] ?? '';
        const bytes = decodeBase64(payload.replace(/-/g, '+').replace(/_/g, '/'));
        const claims = decodeText(new TextDecoder().decode(bytes));
        return kindOf(claims) === 'object' ? claims : undefined;
    }
    catch {
        return undefined;
    }
}
/** A session's policy narrows what its role may do; the emulated roles may call SAF. */
function allowsSaf(policy) {
    if (!policy)
        return true;
    const statements = [own(decodeText(policy), 'Statement')]
        .flat()
        .filter((statement) => [own(statement, 'Action')].flat().some((action) => SAF_ACTION.test(readText(action))));
    const effects = statements.map((statement) => own(statement, 'Effect'));
    return effects.includes('Allow') && !effects.includes('Deny');
}
/** What a policy says for `yundun-saf:Execute` (`spec/saf-api.md` section 2.6). */
const SAF_ACTION = /^(\*|yundun-saf:(\*|Execute))$/;
function issueKey(params, { keys, nowEpochMs }) {
    const accessKeyId = `STS.${randomNonce().slice(0, 24)}`;
    const secret = randomNonce();
    const securityToken = `CAIS${randomNonce()}${randomNonce()}`;
    const seconds = Number(params.get('DurationSeconds') ?? DURATION.usual);
    // The Expiration has whole seconds: the key ends when it says.
    const expiresAtEpochMs = Math.floor(nowEpochMs / 1000 + seconds) * 1000;
    const isDenied = !allowsSaf(params.get('Policy'));
    keys.issue(accessKeyId, { secret, securityToken, expiresAtEpochMs, isDenied });
    const [arn = '', session = ''] = [params.get('RoleArn'), params.get('RoleSessionName')];
    return {
        AssumedRoleUser: {
            Arn: `${arn.replace(':role/', ':assumed-role/')}/${session}`,
            AssumedRoleId: `3000000000000003:${session}`,
        },
        Credentials: {
            AccessKeyId: accessKeyId,
            AccessKeySecret: secret,
            SecurityToken: securityToken,
            Expiration: formatTimestamp(expiresAtEpochMs),
        },
    };
}
