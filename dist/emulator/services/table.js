/* @ts-self-types="./table.d.ts" */
/**
 * Every service that answers by a fixed shape: what it asks for, and its Data
 * (`spec/services.json`). The values are made up, and the same for every call.
 *
 * @module
 */
const ACCOUNT = 'operateTime mobile|mobileMd5 ip';
const ACCOUNT_PRO = 'operateTime mobile|mobileMd5 ip deviceToken';
const ACCOUNT_INTL = 'operateTime ip';
const ACCOUNT_INTL_PRO = 'operateTime ip deviceToken';
const DEVICE = 'deviceToken';
const AD = 'deliveryMode advertisingType operateTime operateSource';
const RISK = { score: 12.5, tags: 'rm0102,rm0201' };
const RISK_PRO = { score: 12.5, tags: 'rm0102,rm0201', extend: 'emulated-device' };
const DEVICE_TAGS = { tags: 'is_virtual' };
const DEVICE_PRO = { tags: 'is_virtual', extend: 'emulated-device' };
const LEGACY = ['', { score: 12.5 }];
/** One row a service. */
export const SERVICES = {
    account_abuse: [ACCOUNT, RISK],
    account_abuse_pro: [ACCOUNT_PRO, RISK_PRO],
    coupon_abuse: [ACCOUNT, RISK],
    coupon_abuse_pro: [ACCOUNT_PRO, RISK_PRO],
    account_takeover: [ACCOUNT, RISK],
    account_takeover_pro: [ACCOUNT_PRO, RISK_PRO],
    account_abuse_intl: [ACCOUNT_INTL, RISK],
    account_abuse_intl_pro: [ACCOUNT_INTL_PRO, RISK],
    coupon_abuse_intl: [ACCOUNT_INTL, RISK],
    coupon_abuse_intl_pro: [ACCOUNT_INTL_PRO, RISK],
    device_risk: [DEVICE, DEVICE_TAGS],
    device_risk_pro: [DEVICE, DEVICE_PRO],
    device_risk_intl: [DEVICE, DEVICE_TAGS],
    device_risk_intl_pro: [DEVICE, DEVICE_PRO],
    risk_intelligence: ['mobile|mobileMd5', { score: 0.12, tags: 'no_tag' }],
    risk_intelligence_ip: [
        'ip',
        {
            score: 0.12,
            extend: '{"country":"SG","province":"Singapore","city":"Singapore","isIdc":"0","isProxy":"0","isNat":"0","isBase":"0"}',
        },
    ],
    email_risk: ['email', { tags: 'no_tag' }],
    address_validation: ['address', { score: 85 }],
    Ad_fraud_detection: [AD, { tags: 'no_tag' }],
    Ad_fraud_detection_pro: [AD, { tags: 'no_tag' }],
    llm_fraud_detection: ['dialogs', {}],
    saf_de: ['eventCode', { score: 12.5, tags: 'rm0102', finalDecision: 'PASS' }],
    yd_coupon_abuse: LEGACY,
    yd_account_abuse: LEGACY,
    yd_identity_forgery: LEGACY,
};
