/**
 * `yd_coupon_abuse`, `yd_account_abuse`, `yd_identity_forgery`: legacy services
 * (`spec/services.json`). Types only.
 *
 * @module
 */
/** The shapes that the three share. */
export interface LegacyRisk {
    readonly params: {
        readonly mobile?: string | undefined;
        readonly ip?: string | undefined;
        readonly apdidToken?: string | undefined;
        readonly userId?: string | undefined;
        readonly email?: string | undefined;
        readonly mac?: string | undefined;
        readonly userAgent?: string | undefined;
        readonly imsi?: string | undefined;
        readonly imei?: string | undefined;
        readonly wifiMac?: string | undefined;
        readonly platform?: string | undefined;
        readonly longitude?: string | number | undefined;
        readonly latitude?: string | number | undefined;
    };
    readonly data: {
        /** 0 to 100, with bands at 40 and 80. */
        readonly score: number;
    };
}
