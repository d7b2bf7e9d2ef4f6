/* @ts-self-types="./legacy.d.ts" */
/**
 * `yd_coupon_abuse`, `yd_account_abuse`, `yd_identity_forgery`: legacy services
 * (`spec/services.json`). Types only.
 *
 * @module
 */
export {};
