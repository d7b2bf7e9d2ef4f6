/* @ts-self-types="./index.d.ts" */
/**
 * saf-edge: calls Alibaba Cloud SAF (fraud detection, ID verification) from edge runtimes.
 *
 * @module
 */
export { createRpcClient } from './client.js';
export { GatewayError, isSafError, ResponseError, SafError, ServiceError, SignatureError, TransportError, } from './errors.js';
export { fixedPlatform, systemPlatform } from './platform/index.js';
export { createSaf } from './saf/index.js';
export { VERSION } from './version.js';
