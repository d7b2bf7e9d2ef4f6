/* @ts-self-types="./index.d.ts" */
// sign/index.js
import { percentEncode } from "./core.js";
import { webHmacSha1 as webHmacSha12 } from "./core.js";
import { canonicalize } from "./core.js";

// sign/explain-mismatch.js
import { webHmacSha1 } from "./core.js";
async function explainMismatch(options, hmac = webHmacSha1) {
  const { explain } = await import("./explain.js");
  return explain(options, hmac);
}

// sign/index.js
import { signature, signForm } from "./core.js";
import { stringToSign } from "./core.js";
export {
  canonicalize,
  explainMismatch,
  percentEncode,
  signForm,
  signature,
  stringToSign,
  webHmacSha12 as webHmacSha1
};
