/* @ts-self-types="./risk.d.ts" */
/**
 * What is known of a number, an IP address, an e-mail address, a postal address
 * (`spec/services.json`). Types only.
 *
 * @module
 */
export {};
