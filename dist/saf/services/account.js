/* @ts-self-types="./account.d.ts" */
/**
 * Fraud scores of an account's events: abuse, coupon abuse, takeover (`spec/services.json`).
 * Types only.
 *
 * @module
 */
export {};
