/* @ts-self-types="./device-risk.d.ts" */
/**
 * `device_risk` and its variants: what a device is (`spec/services.json`). Types only.
 *
 * @module
 */
export {};
