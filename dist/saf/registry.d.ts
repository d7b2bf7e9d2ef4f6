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
    readonly params: object;
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
    readonly intl_face_verify: IntlFaceVerify;
    readonly face_verify: ChinaFaceVerify;
    readonly face_verify_localsdk: ChinaFaceLocalSdk;
    readonly account_abuse: AccountRisk;
    readonly account_abuse_pro: AccountRiskPro;
    readonly account_abuse_intl: AccountRiskIntl;
    readonly account_abuse_intl_pro: AccountRiskIntlPro;
    readonly coupon_abuse: AccountRisk;
    readonly coupon_abuse_pro: AccountRiskPro;
    readonly coupon_abuse_intl: AccountRiskIntl;
    readonly coupon_abuse_intl_pro: AccountRiskIntlPro;
    readonly account_takeover: AccountRisk;
    readonly account_takeover_pro: AccountRiskPro;
    readonly device_risk: DeviceRisk;
    readonly device_risk_pro: DeviceRisk;
    readonly device_risk_intl: DeviceRisk;
    readonly device_risk_intl_pro: DeviceRisk;
    readonly risk_intelligence: RiskIntelligence;
    readonly risk_intelligence_ip: RiskIntelligenceIp;
    readonly email_risk: EmailRisk;
    readonly address_validation: AddressValidation;
    readonly Ad_fraud_detection: AdFraud;
    readonly Ad_fraud_detection_pro: AdFraudPro;
    readonly llm_fraud_detection: LlmFraud;
    readonly saf_de: DecisionEngine;
    readonly yd_coupon_abuse: LegacyRisk;
    readonly yd_account_abuse: LegacyRisk;
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
