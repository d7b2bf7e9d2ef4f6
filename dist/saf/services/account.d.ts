/**
 * Fraud scores of an account's events: abuse, coupon abuse, takeover (`spec/services.json`).
 * Types only.
 *
 * @module
 */
/** What every event of an account may tell. */
interface AccountEvent {
    /** When it happened, in epoch **seconds**: an integer. */
    readonly operateTime: number;
    /** IPv4. */
    readonly ip: string;
    readonly accountId?: string | undefined;
    readonly email?: string | undefined;
    readonly nickName?: string | undefined;
    readonly userAgent?: string | undefined;
}
/** A number: plain digits for mainland China, `country code-number` otherwise; or its digest. */
type Mobile = {
    readonly mobile: string;
    readonly mobileMd5?: undefined;
} | {
    readonly mobile?: undefined;
    /** 32 lower-case hex digits. */
    readonly mobileMd5: string;
};
interface OptionalMobile {
    readonly mobile?: string | undefined;
    /** 32 lower-case hex digits. */
    readonly mobileMd5?: string | undefined;
}
interface Device {
    /** From the device SDK. */
    readonly deviceToken: string;
}
interface Risk {
    /** 0 to 100. */
    readonly score: number;
    /** Codes, separated by commas. */
    readonly tags: string;
}
interface RiskWithExtension extends Risk {
    readonly extend?: string;
}
/** `account_abuse`, `coupon_abuse`, `account_takeover`. */
export interface AccountRisk {
    readonly params: AccountEvent & Mobile;
    readonly data: RiskWithExtension;
}
/** The same with a device, `…_pro`. */
export interface AccountRiskPro {
    readonly params: AccountEvent & Mobile & Device;
    readonly data: RiskWithExtension;
}
/** The same abroad, `…_intl`: a number is only advised. */
export interface AccountRiskIntl {
    readonly params: AccountEvent & OptionalMobile;
    readonly data: Risk;
}
/** The same abroad with a device, `…_intl_pro`. */
export interface AccountRiskIntlPro {
    readonly params: AccountEvent & OptionalMobile & Device;
    readonly data: Risk;
}
export {};
