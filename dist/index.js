/* @ts-self-types="./index.d.ts" */
// index.js
import { createRpcClient } from "./core.js";
import { GatewayError, isSafError, ResponseError, SafError, ServiceError, SignatureError, TransportError } from "./errors.js";
import { fixedPlatform, systemPlatform } from "./core.js";
import { createSaf } from "./core.js";
import { VERSION } from "./core.js";
export {
  GatewayError,
  ResponseError,
  SafError,
  ServiceError,
  SignatureError,
  TransportError,
  VERSION,
  createRpcClient,
  createSaf,
  fixedPlatform,
  isSafError,
  systemPlatform
};
