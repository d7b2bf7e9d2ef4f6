/* @ts-self-types="./hmac.d.ts" */
/**
 * The contract of an HMAC-SHA1 implementation (RFC 2104 with SHA-1): the one seam through which
 * signing reaches cryptography. Types only; exported by `saf-edge` and `saf-edge/sign`.
 *
 * @module
 */
export {};
