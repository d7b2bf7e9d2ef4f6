/**
 * What is known of a number, an IP address, an e-mail address, a postal address
 * (`spec/services.json`). Types only.
 *
 * @module
 */
/** `risk_intelligence`: a mobile number. */
export interface RiskIntelligence {
    readonly params: {
        readonly mobile: string;
        readonly mobileMd5?: undefined;
    } | {
        readonly mobile?: undefined;
        /** 32 hex digits. */
        readonly mobileMd5: string;
    };
    readonly data: {
        /** 0 to 1. */
        readonly score: number;
        readonly tags: 'cheat' | 'fraud' | 'low_value' | 'other' | 'no_tag' | (string & {});
    };
}
/** `risk_intelligence_ip`: an IP address. */
export interface RiskIntelligenceIp {
    readonly params: {
        /** IPv4. */
        readonly ip: string;
    };
    readonly data: {
        /** 0 to 1: low up to 0.6, medium up to 0.8, medium-high up to 0.95, high above. */
        readonly score: number;
        /** Decoded: the service sends it as JSON text. */
        readonly extend: {
            readonly country?: string;
            readonly province?: string;
            readonly city?: string;
            readonly isIdc?: Flag;
            readonly isProxy?: Flag;
            readonly isNat?: Flag;
            readonly isBase?: Flag;
        };
    };
}
type Flag = '0' | '1' | (string & {});
/** `email_risk`: an e-mail address. */
export interface EmailRisk {
    readonly params: {
        readonly email: string;
    };
    readonly data: {
        readonly tags: 'temp_email' | 'gibberish_email' | 'invalid_email' | 'prefix_clustering' | 'no_tag' | (string & {});
    };
}
/** `address_validation`: a postal address. */
export interface AddressValidation {
    readonly params: {
        /** In Chinese, at most 200 characters. */
        readonly address: string;
    };
    readonly data: {
        /** 0 to 100; plausible from 70. */
        readonly score: number;
    };
}
export {};
