/**
 * What each service takes and gives, for the compiler: adding one is adding a row. Types only;
 * exported by `saf-edge`. An application may add its own by declaration merging.
 *
 * @module
 */
import type { AccountRisk, AccountRiskIntl, AccountRiskIntlPro, AccountRiskPro } from './services/account.js';
import type { ChinaFaceLocalSdk, ChinaFaceVerify } from './services/china-face.js';
import type { AdFraud, AdFraudPro, LlmFraud } from './services/content.js';
import type { DecisionEngine } from './services/decision.js';
import type { DeviceRisk } from './services/device-risk.js';
import type { IntlFaceVerify } from './services/intl-face-verify.js';
import type { LegacyRisk } from './services/legacy.js';
import type { AddressValidation, EmailRisk, RiskIntelligence, RiskIntelligenceIp } from './services/risk.js';
/** A service's parameters and decoded Data. */
export interface ServiceShape {
    /** What `executeRequest` takes as `serviceParameters`. */
    readonly params: object;
    /** What it resolves as `data`. */
    readonly data: unknown;
}
/**
 * Services by their wire name. Open: merge your own into it.
 *
 * @example
 * ```ts
 * import type { ServiceData } from 'saf-edge'
 *
 * declare module 'saf-edge' {
 *   interface ServiceMap {
 *     readonly acme_check: {
 *       readonly params: { readonly id: string }
 *       readonly data: { readonly verdict: 'good' | 'bad' }
 *     }
 *   }
 * }
 *
 * const verdict: ServiceData<'acme_check'>['verdict'] = 'good'
 * console.log(verdict) // good
 * ```
 */
export interface ServiceMap {
    /** An ID document's photo and a live face; `verifyFace` calls it. */
    readonly intl_face_verify: IntlFaceVerify;
    /** China: a person against the state's register, in a session or by a photo. */
    readonly face_verify: ChinaFaceVerify;
    /** China: the same by what the local SDK recorded, or a photo. */
    readonly face_verify_localsdk: ChinaFaceLocalSdk;
    /** China: whether an account is abused. */
    readonly account_abuse: AccountRisk;
    /** China: the same with a device. */
    readonly account_abuse_pro: AccountRiskPro;
    /** Abroad: whether an account is abused. */
    readonly account_abuse_intl: AccountRiskIntl;
    /** Abroad: the same with a device. */
    readonly account_abuse_intl_pro: AccountRiskIntlPro;
    /** China: whether a promotion is abused. */
    readonly coupon_abuse: AccountRisk;
    /** China: the same with a device. */
    readonly coupon_abuse_pro: AccountRiskPro;
    /** Abroad: whether a promotion is abused. */
    readonly coupon_abuse_intl: AccountRiskIntl;
    /** Abroad: the same with a device. */
    readonly coupon_abuse_intl_pro: AccountRiskIntlPro;
    /** China: whether an account is taken over. */
    readonly account_takeover: AccountRisk;
    /** China: the same with a device. */
    readonly account_takeover_pro: AccountRiskPro;
    /** The risk of a device. */
    readonly device_risk: DeviceRisk;
    /** The same, with an identifier of the device. */
    readonly device_risk_pro: DeviceRisk;
    /** Abroad: the risk of a device. */
    readonly device_risk_intl: DeviceRisk;
    /** Abroad: the same, with an identifier of the device. */
    readonly device_risk_intl_pro: DeviceRisk;
    /** What is known of a mobile number. */
    readonly risk_intelligence: RiskIntelligence;
    /** What is known of an IP address. */
    readonly risk_intelligence_ip: RiskIntelligenceIp;
    /** What is known of an e-mail address. */
    readonly email_risk: EmailRisk;
    /** Whether a postal address of China is plausible. */
    readonly address_validation: AddressValidation;
    /** Fraud in the traffic of advertisements. */
    readonly Ad_fraud_detection: AdFraud;
    /** The same with a device. */
    readonly Ad_fraud_detection_pro: AdFraudPro;
    /** Fraud in a dialog. */
    readonly llm_fraud_detection: LlmFraud;
    /** The decision engine; `decide` is the shorter way. */
    readonly saf_de: DecisionEngine;
    /** Legacy: whether a promotion is abused. */
    readonly yd_coupon_abuse: LegacyRisk;
    /** Legacy: whether an account is abused. */
    readonly yd_account_abuse: LegacyRisk;
    /** Legacy: whether an identity is forged. */
    readonly yd_identity_forgery: LegacyRisk;
}
/** A service's name: a known one is completed by editors, any other passes. */
export type ServiceName = keyof ServiceMap | (string & {});
/** What a service takes; anything for one that is not known. */
export type ServiceParams<S extends string> = S extends keyof ServiceMap ? ServiceMap[S] extends {
    readonly params: infer Params;
} ? Params : object : object;
/** What a service's decoded Data is; unknown for one that is not known. */
export type ServiceData<S extends string> = S extends keyof ServiceMap ? ServiceMap[S] extends {
    readonly data: infer Data;
} ? Data : unknown : unknown;
/** Undefined for the services with results that have no Data: 300 and 409 of China. */
export type ServiceGap<S extends string> = 'face_verify' extends S ? undefined : 'face_verify_localsdk' extends S ? undefined : never;
