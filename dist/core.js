// codec/json.js
import { check, isObject } from "./sign/core.js";
var jsonFormat = {
  name: "JSON",
  parse(text) {
    const error = /^\s*(?:<\?xml[^>]*>\s*)?<Error>(.*)<\/Error>\s*$/s.exec(text)?.[1];
    const isError = error !== void 0;
    const envelope = isError ? readErrorFields(error) : parseJson(text);
    check(isObject(envelope), "answer", "object", envelope);
    return { envelope, isError };
  }
};
function readErrorFields(text) {
  const fields = text.replaceAll("&amp;", "&").matchAll(/<(\w+)>([^<]*)<\/\1>/g);
  return Object.fromEntries(Array.from(fields, (field) => field.slice(1)));
}
function own(value, name) {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : void 0;
}
var MARK = "\0";
function parseJson(text) {
  const plain = JSON.parse(text);
  if (!/(^|[:[,\s])-?\d{16}/.test(text) || text.includes("\\u0000"))
    return plain;
  try {
    const marked = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g, (token) => /^-?\d{16,999}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"\\u0000${token}"` : token);
    return JSON.parse(marked, (_, value) => typeof value === "string" && value.startsWith(MARK) ? BigInt(value.slice(1)) : value);
  } catch {
    return plain;
  }
}
function decodeText(text, parse2 = JSON.parse) {
  try {
    return parse2(text);
  } catch {
    return text;
  }
}
function encodeJson(value, replace) {
  try {
    return JSON.stringify(value, replace);
  } catch {
    return void 0;
  }
}
function rewriteJson(value) {
  const mark = (_, part) => typeof part === "bigint" ? MARK + part : part;
  const digits = /"\\u0000(-?\d+)"/g;
  return encodeJson(value) ?? encodeJson(value, mark)?.replace(digits, "$1") ?? "";
}
function readText(value) {
  return typeof value === "string" ? value : "";
}

// platform/clock.js
function readClock() {
  return Date.now();
}
function readElapsed() {
  return performance.now();
}

// platform/nonce.js
var NONCE_BYTES = 16;
function randomNonce() {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
function randomFraction() {
  const [word = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}

// platform/index.js
var systemPlatform = { now: readClock, nonce: randomNonce };
function fixedPlatform({ atEpochMs, nonce }) {
  if (!Number.isFinite(atEpochMs)) {
    throw new TypeError(`"atEpochMs" expected finite number, got ${String(atEpochMs)}`);
  }
  let count = 0;
  return {
    now: () => atEpochMs,
    nonce: nonce ?? (() => (++count).toString(16).padStart(32, "0"))
  };
}

// codec/time.js
var MAX_EPOCH_MS = 253402300799999;
var MIN_DATE_MS = -621672192e5;
function isEpochMs(value) {
  return typeof value === "number" && value >= 0 && value <= MAX_EPOCH_MS;
}
function hasTimestamp(date) {
  return date.getTime() >= MIN_DATE_MS && date.getTime() <= MAX_EPOCH_MS;
}
function formatTimestamp(epochMs) {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

// request.js
import { check as check2, checkText } from "./sign/core.js";
import { percentEncode } from "./sign/core.js";
import { createFormEncoder } from "./sign/core.js";
import { prepareSecret, signEncoded } from "./sign/core.js";
var COMMON = /^(Action|Version|Format|AccessKeyId|Timestamp|SecurityToken|Signature(|Method|Version|Nonce|Type))$/;
function requireFree(params) {
  const name = Object.keys(params).find((key) => COMMON.test(key));
  if (name)
    throw new TypeError(`"${name}" is set by the client: leave it out of the parameters`);
}
function buildParams({ action, version, format, params }, { credentials, atEpochMs, nonce }) {
  check2(isEpochMs(atEpochMs), "platform.now", "epoch milliseconds", atEpochMs);
  checkText(nonce, "platform.nonce");
  return {
    ...params,
    Action: action,
    Version: version,
    Format: format,
    AccessKeyId: credentials.accessKeyId,
    ...credentials.securityToken ? { SecurityToken: credentials.securityToken } : void 0,
    SignatureMethod: "HMAC-SHA1",
    SignatureVersion: "1.0",
    SignatureNonce: nonce,
    Timestamp: formatTimestamp(atEpochMs)
  };
}
function createRpcSigner({ hmac }) {
  let last;
  const encode = createFormEncoder();
  return async (spec, moment) => {
    const { method = "POST" } = spec;
    const params = buildParams(spec, moment);
    const secret = moment.credentials.accessKeySecret;
    if (last?.secret !== secret)
      last = { secret, key: prepareSecret(secret, hmac) };
    const { body, signature } = await signEncoded(encode(params, method), last.key);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return { headers, body, stringToSign: () => readStringToSign(body, method, signature) };
  };
}
function readStringToSign(body, method, signature) {
  const text = new TextDecoder().decode(body);
  const end = `&Signature=${percentEncode(signature)}`;
  return text.endsWith(end) ? `${method}&%2F&${percentEncode(text.slice(0, -end.length))}` : "";
}
function toRequest(url, method, signed) {
  const { headers, body } = signed;
  return method === "GET" ? new Request(`${url}?${new TextDecoder().decode(body)}`, { headers, redirect: "manual" }) : new Request(url, { method: "POST", headers, body, redirect: "manual" });
}

// options.js
import { check as check3, checkKeyPart, checkObject, isObject as isObject2, quote } from "./sign/core.js";
import { webHmacSha1 } from "./sign/core.js";
var MAX_TIMEOUT_MS = 2147483647;
function resolveOptions(options, target) {
  const { dangerouslyAllowBrowser, format = jsonFormat, hmac = webHmacSha1 } = options;
  const { credentials, fetch, platform = systemPlatform } = options;
  const { limiter, onEvent, onLimiterError = "open", signer = createRpcSigner } = options;
  const { now, nonce } = Object(platform);
  checkFunctions({
    hmac,
    signer,
    "platform.now": now,
    "platform.nonce": nonce,
    "format.parse": Object(format).parse,
    // What may be left out is checked only when it is there.
    credentials: credentials ?? now,
    fetch: fetch ?? now,
    onEvent: onEvent ?? now,
    "limiter.reserve": limiter === void 0 ? now : Object(limiter).reserve
  });
  checkOneOf("onLimiterError", onLimiterError, ["open", "closed"]);
  const isHarmless = dangerouslyAllowBrowser === true || isLoopback(new URL(target.url).hostname);
  const checkCredentials = (given) => {
    const checked = readCredentials(given);
    const isPage = "window" in globalThis && "document" in globalThis;
    if (isPage && !isHarmless && !checked.securityToken) {
      throw new TypeError('"accessKeySecret" is a long-lived secret, and every visitor of this page could read it: call from a server, or set "dangerouslyAllowBrowser"');
    }
    return checked;
  };
  const pair = credentials ? void 0 : checkCredentials(options);
  return Object.freeze({
    ...target,
    credentials: credentials ?? (() => pair),
    // why: there when no function is
    checkCredentials,
    format,
    hmac,
    signer,
    platform,
    fetch,
    timeoutMs: readTimeout("timeoutMs", options.timeoutMs, 15e3),
    retry: readRetry(options.retry, credentials !== void 0),
    maxResponseBytes: readInteger("maxResponseBytes", options.maxResponseBytes, 2 ** 20),
    limiter,
    onLimiterError,
    onEvent
  });
}
function checkFunctions(functions) {
  for (const [name, value] of Object.entries(functions)) {
    check3(typeof value === "function", name, "function", value);
  }
}
function checkOneOf(name, value, known) {
  const isKnown = known.includes(value);
  check3(isKnown, name, `'${known.join("' or '")}'`, value);
}
function readInteger(name, value, fallback) {
  if (value === void 0)
    return fallback;
  check3(typeof value === "number", name, "positive integer", value);
  if (Number.isSafeInteger(value) && value > 0)
    return value;
  throw new RangeError(`"${name}" expected positive integer, got ${value}`);
}
function readTimeout(name, value, fallback) {
  const ms = readInteger(name, value, fallback);
  if (ms === void 0 || ms <= MAX_TIMEOUT_MS)
    return ms;
  throw new RangeError(`"${name}" expected at most ${MAX_TIMEOUT_MS}, got ${ms}`);
}
function readCallOptions(options = {}) {
  checkObject(options, "options");
  const { signal } = options;
  const isSignal = typeof Object(signal).addEventListener === "function";
  check3(signal === void 0 || isSignal, "signal", "AbortSignal", signal);
  return options;
}
function readEndpoint(endpoint, allowCustom, isAllowed) {
  const isOrigin = typeof endpoint === "string" && /^https?:\/\/[^\s/@\\?#]+\/?$/.test(endpoint);
  check3(isOrigin && URL.canParse(endpoint), "endpoint", "https origin without a path", endpoint);
  const { host, hostname, href, protocol } = new URL(endpoint);
  const isSecure = protocol === "https:";
  if (isSecure && isAllowed(host))
    return href;
  if (allowCustom === true && (isSecure || isLoopback(hostname)))
    return href;
  throw new TypeError(`"endpoint" ${quote(host)} is not the vendor's: your own needs "allowCustomEndpoint", and https`);
}
function isProductHost(host) {
  return /^([a-z\d-]+\.){1,2}aliyuncs\.com$/.test(host) && !/(^|\.)(oss[^.]*|fc)\./.test(host);
}
function isLoopback(hostname) {
  return /^(127(\.\d+){3}|(.+\.)?localhost|\[::1\])$/.test(hostname);
}
function readCredentials(given) {
  checkObject(given, "credentials");
  const { accessKeyId, accessKeySecret, securityToken } = given;
  const token = securityToken === void 0 ? void 0 : { securityToken };
  const checked = { accessKeyId, accessKeySecret, ...token };
  for (const [name, value] of Object.entries(checked))
    checkKeyPart(value, name);
  return checked;
}
function readRetry(retry = {}, canRefresh) {
  check3(retry === false || isObject2(retry), "retry", "false or object", retry);
  const given = retry || { maxAttempts: 1 };
  const { ambiguous = "fail", attemptTimeoutMs, maxAttempts } = given;
  checkOneOf("retry.ambiguous", ambiguous, ["fail", "replay"]);
  return {
    maxAttempts: readInteger("retry.maxAttempts", maxAttempts, 3),
    ambiguous,
    attemptTimeoutMs: readTimeout("retry.attemptTimeoutMs", attemptTimeoutMs, void 0),
    quota: given.quota === true,
    internal: given.internal === true,
    canRefresh
  };
}

// outcome.js
import { isSafError } from "./errors.js";
import { readField } from "./read-field.js";
var OUTCOME = "saf-edge.outcome";
function markOutcome(error, value) {
  try {
    Object.defineProperty(error, Symbol.for(OUTCOME), { value, configurable: true });
  } catch {
  }
}
function readOutcome(error) {
  const outcome = isSafError(error) ? error.outcome : readField(error, Symbol.for(OUTCOME));
  return outcome === "not-executed" || outcome === "failed" || outcome === "unknown" ? outcome : void 0;
}

// sign/echo.js
import { quote as quote2 } from "./sign/core.js";
var ECHO = "server string to sign is:";
function readEcho(serverMessage) {
  return typeof serverMessage === "string" ? serverMessage.split(ECHO)[1] : void 0;
}
function compareEcho(ours, echo) {
  if (!ours)
    return { mistake: "unknown", message: "the body is not the one that was signed" };
  if (!echo || echo.length > 2 * ours.length + 1e3) {
    return { mistake: "unknown", message: "the gateway refused the signature without an echo" };
  }
  if (ours === echo) {
    const message = "the AccessKeySecret is wrong: the gateway signed the same text";
    return { mistake: "wrong-secret", message };
  }
  let offset = 0;
  while (offset < ours.length && ours[offset] === echo[offset])
    offset++;
  if (offset <= ours.indexOf("&")) {
    return { mistake: "method", message: "it arrived with another HTTP method", offset };
  }
  const [mine, its] = [readPairs(ours), readPairs(echo)];
  const names = [...mine.keys(), ...its.keys()].sort();
  const encoded = names.find((name) => mine.get(name) !== its.get(name));
  if (encoded === void 0) {
    return {
      mistake: "unknown",
      message: "the gateway signed the same pairs in another way",
      offset
    };
  }
  const isName = /^[\w.]{1,40}$/.test(encoded) && !ours.includes(encoded);
  const parameter = mine.has(encoded) || isName ? decodeName(encoded) : "(hidden)";
  const [mistake, what] = !its.has(encoded) ? ["extra-parameter", "was signed and did not arrive"] : !mine.has(encoded) ? ["missing-parameter", "arrived and was not signed"] : ["altered-parameter", "arrived with another value"];
  return { mistake, message: `the parameter ${quote2(parameter)} ${what}`, parameter, offset };
}
function readPairs(text) {
  const pairs = text.split("&").slice(2).join("&").split("%26");
  return new Map(pairs.map((pair) => [pair.split("%3D", 1).join(), pair]));
}
function decodeName(encoded) {
  try {
    return decodeURIComponent(decodeURIComponent(encoded));
  } catch {
    return encoded;
  }
}

// gateway.js
import { GatewayError, SignatureError } from "./errors.js";
var MAX_SKEW_MS = 864e5;
var MIN_SKEW_MS = 3e4;
var NOT = "not-executed";
var MEANINGS = [
  [/^(InternalError|ServiceUnavailable|UnknownError)/, "ERR_SAF_GATEWAY", "unknown", "it failed"],
  [/^Throttling| 429$/, "ERR_SAF_THROTTLED", NOT, "call less often, or later"],
  [/^InvalidTimeStamp\.Expired /, "ERR_SAF_CLOCK_SKEW", NOT, "set this machine's clock right"],
  [/^SignatureNonceUsed /, "ERR_SAF_NONCE_USED", "unknown", "an earlier copy of this call arrived"],
  [
    /^(InvalidAccessKeyId|InvalidSecurityToken|MissingSecurityToken)/,
    "ERR_SAF_CREDENTIALS",
    NOT,
    "check the access key, its status and its token"
  ],
  [/ 4..$/, "ERR_SAF_GATEWAY", NOT, "the gateway refused the request"],
  [/^/, "ERR_SAF_GATEWAY", "unknown", "the gateway failed"]
];
function readGatewayError(envelope, raw, reading) {
  const { status } = raw;
  const gatewayCode = readSymbol(own(envelope, "Code")) ?? "Unreadable";
  const facts = { ...reading.facts, status, requestId: readOpaque(own(envelope, "RequestId")) };
  if (/^(SignatureDoesNotMatch|IncompleteSignature)$/.test(gatewayCode)) {
    const explanation = compareEcho(reading.stringToSign(), readEcho(own(envelope, "Message")));
    const details = { ...facts, outcome: NOT, explanation };
    return { error: new SignatureError("ERR_SAF_SIGNATURE", explanation.message, details) };
  }
  const meaning = MEANINGS.find(([pattern]) => pattern.test(`${gatewayCode} ${status}`));
  const [, code, outcome, advice] = meaning;
  const isThrottled = code === "ERR_SAF_THROTTLED";
  const skewMs = code === "ERR_SAF_CLOCK_SKEW" ? readSkew(raw, reading.nowEpochMs) : void 0;
  const isNewSkew = skewMs !== void 0 && Math.abs(skewMs - reading.skewMs) >= MIN_SKEW_MS;
  return {
    error: new GatewayError(code, `${gatewayCode}: ${sayHowFar(skewMs)}${advice}`, {
      ...facts,
      outcome,
      retryable: isThrottled,
      gatewayCode,
      hostId: readSymbol(own(envelope, "HostId"))
    }),
    again: isThrottled ? { kind: "throttled", afterMs: readWait(raw) } : isNewSkew ? { kind: "skew" } : gatewayCode === "InvalidSecurityToken.Expired" ? { kind: "token" } : void 0,
    skewMs
  };
}
function readSkew({ headers }, nowEpochMs) {
  const skewMs = Date.parse(headers("date") ?? "") - nowEpochMs;
  return Math.abs(skewMs) <= MAX_SKEW_MS && headers("age") === null ? skewMs : void 0;
}
function sayHowFar(skewMs = 0) {
  const seconds = Math.round(Math.abs(skewMs) / 1e3);
  if (seconds * 1e3 < MIN_SKEW_MS)
    return "";
  return `this clock is ${seconds} s ${skewMs > 0 ? "behind" : "ahead of"} the gateway's; `;
}
function readWait({ headers }) {
  const text = headers("x-acs-retry-after") ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
function readOpaque(value) {
  return typeof value === "string" && value !== "" && value.length <= 128 ? value : void 0;
}
function readSymbol(value) {
  return typeof value === "string" ? /^\s*([\w.:-]{1,100})\s*$/.exec(value)?.[1] : void 0;
}

// response.js
import { ResponseError, TransportError } from "./errors.js";
var PROOFS = {
  unsent: ["not-executed", "no connection: nothing was sent", { kind: "unsent" }],
  untrusted: ["not-executed", "the certificate is not trusted: nothing was sent"],
  nothing: ["unknown", "the connection failed: the call may have run", { kind: "ambiguous" }]
};
function readSent(sent, reading) {
  const { kind, status, error } = sent;
  if (kind === "answer")
    return readAnswer(sent, reading);
  const facts = { ...reading.facts, status, cause: error };
  if (kind === "lost")
    return bad(sent.what, facts, sent.code);
  const proof = reading.readProof(error);
  const [outcome, message, again] = PROOFS[proof];
  const details = { ...facts, outcome, retryable: proof === "unsent" };
  return { error: new TransportError("ERR_SAF_NETWORK", message, details), again };
}
function timeoutFailure(facts, outcome) {
  const message = outcome === "unknown" ? "time ran out while waiting for the answer: the call may have run" : "time ran out before the request was sent";
  const details = { ...facts, outcome, retryable: true };
  const error = new TransportError("ERR_SAF_TIMEOUT", message, details);
  return { error, again: { kind: "ambiguous" } };
}
function readAnswer(raw, reading) {
  const { status, text } = raw;
  const parsed = parse(text, reading.format);
  if (parsed) {
    const { envelope, isError } = parsed;
    const code = own(envelope, "Code");
    const isRefused = typeof code === "string" && (typeof own(envelope, "HostId") === "string" || (status < 200 || status > 299) && /\D/.test(code));
    return isError || isRefused ? readGatewayError(envelope, raw, reading) : { value: { envelope, status, requestId: readOpaque(own(envelope, "RequestId")) } };
  }
  if (status === 429)
    return readGatewayError({ Code: "Throttling" }, raw, reading);
  const facts = { ...reading.facts, status };
  if (status === 413 || status === 414) {
    const message = `HTTP ${status}: the request is too large for the gateway, and did not run`;
    const details = { ...facts, outcome: "not-executed" };
    return { error: new ResponseError("ERR_SAF_BAD_RESPONSE", message, details) };
  }
  const known = /^(text|application)\/(html|plain|xml|json)\b/;
  const type = known.exec(raw.headers("content-type") ?? "")?.[0];
  const what = `HTTP ${status} with ${text.length} characters of ${type ?? "unknown type"}`;
  return bad(what, facts);
}
function parse(text, format) {
  try {
    return (/^\s*{/.test(text) ? jsonFormat : format).parse(text);
  } catch {
    return void 0;
  }
}
function bad(what, facts, code = "ERR_SAF_BAD_RESPONSE") {
  const message = `${what} instead of an answer: the call may have run`;
  return { error: new ResponseError(code, message, { ...facts, outcome: "unknown" }) };
}

// transport/deadline.js
function startDeadline(timeoutMs, parent, outer) {
  const controller = new AbortController();
  const { signal } = controller;
  const endsAt = readElapsed() + timeoutMs;
  let expired = false;
  const over = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  over.catch(() => {
  });
  const expire = () => {
    expired = true;
    controller.abort(new Error("deadline"));
  };
  let timer = setTimeout(expire, timeoutMs);
  const disarm = () => {
    clearTimeout(timer);
    timer = void 0;
  };
  const follow = () => controller.abort(parent?.reason);
  if (parent?.aborted)
    follow();
  else
    parent?.addEventListener("abort", follow);
  const race = async (work) => Promise.race([over, work]);
  return {
    signal,
    race,
    throwIfOver() {
      outer?.throwIfOver();
      if (timer !== void 0 && readElapsed() >= endsAt && !signal.aborted)
        expire();
      if (signal.aborted)
        throw signal.reason;
    },
    async sleep(ms) {
      let waiting;
      try {
        await race(new Promise((resolve) => void (waiting = setTimeout(resolve, ms))));
      } finally {
        clearTimeout(waiting);
      }
    },
    isExpired: () => expired,
    remainingMs: () => endsAt - readElapsed(),
    disarm,
    end() {
      disarm();
      parent?.removeEventListener("abort", follow);
    }
  };
}

// transport/body.js
async function readBody(response, maxBytes, deadline) {
  const reader = response.body?.getReader?.();
  if (!reader) {
    const text = await deadline.race(response.text());
    return text.length > maxBytes ? void 0 : text;
  }
  let isDone = false;
  const readAll2 = async () => {
    const decoder = new TextDecoder();
    let text = "";
    let size = 0;
    for (; ; ) {
      deadline.throwIfOver();
      const { done, value } = await reader.read();
      if (done)
        break;
      size += value.byteLength;
      if (size > maxBytes)
        return void 0;
      text += decoder.decode(value, { stream: true });
    }
    isDone = true;
    return text + decoder.decode();
  };
  try {
    return await deadline.race(readAll2());
  } finally {
    if (!isDone)
      reader.cancel().catch(() => {
      });
  }
}

// transport/index.js
import { readField as readField2 } from "./read-field.js";
var BROKEN = "an unreadable or broken stream";
async function sendOnce(attempt2) {
  const { fetch: given, url, headers, body, deadline, onHeaders } = attempt2;
  const { race, signal } = deadline;
  deadline.throwIfOver();
  let response;
  let work;
  try {
    const init = { method: "POST", headers, body, redirect: "manual", signal };
    work = given ? given(url, init) : globalThis.fetch(url, init);
    response = await race(work);
  } catch (error) {
    if (!signal.aborted)
      return { kind: "rejected", error };
    const letGo = async () => (await work)?.body?.cancel();
    letGo().catch(ignore);
    throw signal.reason;
  }
  onHeaders?.();
  return isResponse(response) ? readAll(response, attempt2) : { kind: "lost", what: 'no Response from "fetch"' };
}
async function readAll(response, { deadline, maxBytes }) {
  const { status, type } = response;
  if (type === "opaqueredirect" || status >= 300 && status < 400) {
    response.body?.cancel().catch(ignore);
    return {
      kind: "lost",
      what: "a redirect, which is never followed",
      code: "ERR_SAF_REDIRECT",
      status
    };
  }
  try {
    const text = await readBody(response, maxBytes, deadline);
    if (text === void 0)
      return {
        kind: "lost",
        what: 'an answer larger than "maxResponseBytes"',
        code: "ERR_SAF_TOO_LARGE",
        status
      };
    return { kind: "answer", status, headers: (name) => response.headers.get(name), text };
  } catch (error) {
    if (deadline.signal.aborted)
      throw deadline.signal.reason;
    return { kind: "lost", what: BROKEN, status, error };
  }
}
function ignore() {
}
function isResponse(value) {
  return typeof readField2(value, "status") === "number" && readField2(value, "headers") !== void 0;
}

// transport/network.js
import { readField as readField3 } from "./read-field.js";
var UNSENT = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/;
var UNTRUSTED = /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF))/;
function readProof(error) {
  const code = readField3(error, "code") ?? readField3(readField3(error, "cause"), "code");
  if (typeof code !== "string" || "Deno" in globalThis)
    return "nothing";
  return UNSENT.test(code) ? "unsent" : UNTRUSTED.test(code) ? "untrusted" : "nothing";
}

// transport/retry.js
var REPLAY_WITHIN_MS = 3e5;
function decideRetry(again, state, rules) {
  if (!again || state.isUnknown || state.attempts >= rules.maxAttempts)
    return void 0;
  const { kind } = again;
  const jitter = (baseMs) => baseMs * 2 ** (state.attempts - 1) * state.random;
  const isFirst = !state.done.has(kind);
  const isAllowed = {
    unsent: true,
    throttled: true,
    skew: isFirst,
    token: rules.canRefresh && isFirst,
    quota: rules.quota && isFirst,
    internal: rules.internal && isFirst,
    ambiguous: rules.ambiguous === "replay" && state.ageMs < REPLAY_WITHIN_MS
  }[kind];
  const waitMs = {
    unsent: jitter(50),
    throttled: Math.max(again.afterMs ?? 0, jitter(1e3)),
    skew: 0,
    token: 0,
    quota: 1e3 + jitter(1e3),
    internal: jitter(50),
    ambiguous: 200
  }[kind];
  return isAllowed && waitMs < state.remainingMs ? { kind, waitMs } : void 0;
}

// transport/turn.js
var RESERVED_MS = 3e3;
var ANSWER_WITHIN_MS = 2e3;
async function reserveTurn(limiter, key, deadline) {
  const leftMs = deadline.remainingMs();
  const maxWaitMs = leftMs - Math.min(RESERVED_MS, leftMs / 4);
  const answer = await ask(deadline, (signal) => limiter.reserve(key, { maxWaitMs, signal }));
  const { ok, waitMs, retryAfterMs } = Object(answer);
  const ms = ok === true ? waitMs : ok === false ? retryAfterMs : void 0;
  if (!Number.isFinite(ms) || ms < 0)
    return void 0;
  return ms > maxWaitMs ? { ok: false, retryAfterMs: ms } : answer;
}
async function penalizeTurns(limiter, [key, ms], deadline) {
  try {
    await ask(deadline, async () => limiter?.penalize?.(key, ms));
  } catch {
  }
}
async function ask(deadline, work) {
  const ms = Math.min(ANSWER_WITHIN_MS, deadline.remainingMs() / 2);
  const own2 = startDeadline(ms, deadline.signal, deadline);
  try {
    return await own2.race(work(own2.signal));
  } catch {
    deadline.throwIfOver();
    return void 0;
  } finally {
    own2.end();
  }
}

// caller.js
import { check as check4 } from "./sign/core.js";
import { encodeBase64 } from "./sign/core.js";
import { isSafError as isSafError2, TransportError as TransportError2 } from "./errors.js";
import { encodeText } from "./sign/core.js";
var REFUSED_MS = 1e3;
var MAX_BOOKINGS = 3;
var LATE_MS = 50;
function createClient(config) {
  const sign = config.signer(config);
  check4(typeof sign === "function", "signer", "function that gives one", sign);
  return { config, sign, skewMs: 0, calls: 0 };
}
function createCaller(config, client = createClient(config)) {
  return async (call) => {
    const { signal, timeoutMs } = readCallOptions(call.options);
    const deadline = startDeadline(readTimeout("timeoutMs", timeoutMs, config.timeoutMs), signal);
    const run = startRun(client, call, deadline);
    try {
      const value = await callUntilDone(run);
      run.tell({ type: "done", ok: true });
      return value;
    } catch (caught) {
      const { attempts, earlier, isPending } = run;
      const outcome = isPending ? "unknown" : "not-executed";
      const { reason } = deadline.signal;
      const isLate = deadline.isExpired() && caught === reason;
      const error = isLate ? timeoutFailure({ attempts, earlier }, outcome).error : caught;
      const known = isSafError2(error) && error !== reason ? error : {};
      const { code, outcome: told = isPending ? outcome : earlier } = known;
      run.tell({ type: "done", ok: false, code, outcome: told });
      if (!code && error !== reason)
        markOutcome(error, told);
      throw error;
    } finally {
      deadline.end();
    }
  };
}
function startRun(client, call, deadline) {
  const { onEvent } = client.config;
  const startedAt = readElapsed();
  const { action, service } = call;
  const number = ++client.calls;
  const run = {
    client,
    call,
    deadline,
    tell(details) {
      if (!onEvent)
        return;
      const elapsedMs = readElapsed() - startedAt;
      const base = { call: number, action, service, attempts: run.attempts, elapsedMs };
      const tellOnce = async () => onEvent({ ...base, ...details });
      tellOnce().catch(() => {
      });
    },
    attempts: 0,
    earlier: "not-executed",
    isPending: false
  };
  return run;
}
async function callUntilDone(run) {
  const { client, call, deadline, tell } = run;
  const done = /* @__PURE__ */ new Set();
  deadline.throwIfOver();
  const params = await deadline.race(call.params());
  let request = await signNow(run, params);
  for (; ; ) {
    const isUnknown = run.isPending;
    const result = await attempt(run, request);
    if (!result.error)
      return result.value;
    const { again, error, skewMs = client.skewMs } = result;
    client.skewMs = skewMs;
    const ageMs = readElapsed() - request.signedAt;
    const remainingMs = deadline.remainingMs();
    const state = { ...run, isUnknown, done, ageMs, remainingMs, random: randomFraction() };
    const next = decideRetry(again, state, client.config.retry);
    const told = reportRefusal(run, request, { again, next });
    if (!next) {
      await told;
      throw error;
    }
    done.add(next.kind);
    run.isPending = error.outcome === "unknown";
    if (!run.isPending)
      run.earlier = error.outcome;
    tell({ type: "retry", ...next });
    if (next.kind === "skew")
      tell({ type: "skew", skewMs });
    await deadline.sleep(next.waitMs);
    if (run.isPending)
      await takeTurn(run, request.turn);
    else
      request = await signAgain(run, params, { next, error });
  }
}
async function attempt(run, request) {
  const { call, deadline, earlier } = run;
  deadline.throwIfOver();
  const before = run.isPending ? "unknown" : earlier;
  run.isPending = true;
  const attempts = ++run.attempts;
  const startedAt = readElapsed();
  const tell = ({ outcome, requestId, status }, code) => {
    const durationMs = readElapsed() - startedAt;
    const requestBytes = request.body.length;
    run.tell({ type: "attempt", durationMs, requestBytes, status, requestId, code, outcome });
  };
  try {
    const raw = await send(run, request, { attempts, earlier: before });
    const result = raw.error ? raw : await call.judge(raw.value, { attempts, earlier }, deadline);
    tell(result.error ?? raw.value, result.error?.code);
    return result;
  } catch (reason) {
    tell({ outcome: "unknown" });
    throw reason;
  }
}
async function send({ client: { config }, deadline: parent }, request, facts) {
  const { attemptTimeoutMs } = config.retry;
  const own2 = attemptTimeoutMs ? startDeadline(attemptTimeoutMs, parent.signal, parent) : void 0;
  const deadline = own2 ?? parent;
  const reading = {
    ...request,
    // Last, so that nothing which a signer of the caller's adds can stand in for an option.
    ...config,
    facts,
    nowEpochMs: config.platform.now(),
    readProof: (error) => config.fetch ? "nothing" : readProof(error)
  };
  const maxBytes = Math.max(config.maxResponseBytes, 2 * request.body.length + 65536);
  try {
    const sent = await sendOnce({ ...reading, maxBytes, deadline, onHeaders: own2?.disarm });
    return readSent(sent, reading);
  } catch (error) {
    if (parent.signal.aborted)
      throw parent.signal.reason;
    return deadline.isExpired() ? timeoutFailure(facts, "unknown") : readSent({ kind: "lost", what: BROKEN, error }, reading);
  } finally {
    own2?.end();
  }
}
async function signNow(run, params, forceRefresh = false) {
  const { call, client, deadline, tell } = run;
  const { config } = client;
  const askedAt = readElapsed();
  const credentials = config.checkCredentials(await deadline.race(config.credentials({ forceRefresh })));
  if (config.retry.canRefresh) {
    tell({ type: "credentials", durationMs: readElapsed() - askedAt, forceRefresh });
  }
  const turn = config.limiter ? await deadline.race(nameTurn(run, credentials)) : "";
  await takeTurn(run, turn);
  const { skewMs } = client;
  const signed = await deadline.race(signOnce(client, { action: call.action, params }, credentials));
  check4(ArrayBuffer.isView(Object(signed).body), "signer", "request with a body", signed);
  return { ...signed, skewMs, signedAt: readElapsed(), turn };
}
async function signOnce({ config, sign, skewMs }, asked, credentials) {
  const { format, platform, version } = config;
  const moment = { credentials, atEpochMs: platform.now() + skewMs, nonce: platform.nonce() };
  return sign({ ...asked, version, format: format.name }, moment);
}
async function signUnsent(client, asked) {
  const { config } = client;
  const deadline = startDeadline(config.timeoutMs);
  try {
    const credentials = config.checkCredentials(await deadline.race(config.credentials()));
    return await deadline.race(signOnce(client, asked, credentials));
  } catch (error) {
    if (!deadline.isExpired())
      throw error;
    throw timeoutFailure({ attempts: 0 }, "not-executed").error;
  } finally {
    deadline.end();
  }
}
async function signAgain(run, params, { next, error }) {
  try {
    return await signNow(run, params, next.kind === "token");
  } catch (later) {
    throw run.earlier === "failed" && isSafError2(later) ? error : later;
  }
}
async function nameTurn({ call, client }, { accessKeyId, securityToken }) {
  const { hmac, url } = client.config;
  const place = `${new URL(url).host}/${call.service ?? call.action}`;
  if (securityToken)
    return place;
  return `${place}/${encodeBase64(await hmac(encodeText(accessKeyId), encodeText("turn")))}`;
}
async function takeTurn(run, turn, bookings = MAX_BOOKINGS) {
  const { attempts, client, deadline, earlier, isPending, tell } = run;
  const { limiter, onLimiterError } = client.config;
  if (!limiter)
    return;
  const booked = await reserveTurn(limiter, turn, deadline);
  const bookedAt = readElapsed();
  const waitMs = booked ? booked.ok ? booked.waitMs : booked.retryAfterMs : 0;
  if (!booked || waitMs > 0) {
    tell({ type: "throttled", by: booked ? "limiter" : "limiter-failed", waitMs });
  }
  if (booked?.ok || !booked && onLimiterError === "open") {
    if (waitMs === 0)
      return;
    await deadline.sleep(waitMs);
    const isLate = readElapsed() - bookedAt - waitMs > LATE_MS;
    return isLate && bookings > 1 ? takeTurn(run, turn, bookings - 1) : void 0;
  }
  const message = booked ? `"limiter" has no turn in time: try again in ${Math.ceil(waitMs)} ms` : `"limiter" failed, and "onLimiterError" is 'closed'`;
  throw new TransportError2("ERR_SAF_LIMITED", message, {
    attempts,
    earlier: isPending ? "unknown" : earlier,
    outcome: "not-executed",
    retryable: true
  });
}
async function reportRefusal({ client, deadline, tell }, { turn }, { again, next }) {
  if (again?.kind !== "throttled" && again?.kind !== "quota")
    return;
  const waitMs = next?.waitMs ?? Math.max(again.afterMs ?? 0, REFUSED_MS);
  tell({ type: "throttled", by: again.kind === "quota" ? "quota" : "gateway", waitMs });
  await penalizeTurns(client.config.limiter, [turn, waitMs], deadline);
}

// codec/flatten.js
import { check as check5, isPlain, quote as quote3 } from "./sign/core.js";
function flatten(params) {
  check5(isPlain(params), "params", "plain object", params);
  const flat = /* @__PURE__ */ new Map();
  walk(params, { prefix: "", flat, parents: [] });
  return Object.fromEntries(flat);
}
function walk(holder, { prefix, flat, parents }) {
  const isArray = Array.isArray(holder);
  for (const [name, value] of isArray ? holder.entries() : Object.entries(holder)) {
    const key = prefix + (isArray ? Number(name) + 1 : name);
    if (value === null || value === void 0)
      continue;
    const text = writeScalar(value);
    if (text === void 0) {
      const isOpen = Array.isArray(value) || isPlain(value);
      check5(isOpen && !parents.includes(value), key, "a value that can be sent", value);
      walk(value, { prefix: `${key}.`, flat, parents: [...parents, value] });
    } else if (flat.has(key)) {
      throw new TypeError(`${quote3(key)} is given twice`);
    } else {
      flat.set(key, text);
    }
  }
}
function writeScalar(value) {
  if (typeof value === "string")
    return value;
  if (value instanceof Date)
    return hasTimestamp(value) ? formatTimestamp(value.getTime()) : void 0;
  const isScalar = typeof value === "boolean" || typeof value === "bigint" || Number.isFinite(value);
  return isScalar ? String(value) : void 0;
}

// client.js
import { checkObject as checkObject2, checkText as checkText2 } from "./sign/core.js";
function createRpcClient(options) {
  checkObject2(options, "options");
  checkText2(options.version, "version");
  const url = readEndpoint(options.endpoint, options.allowCustomEndpoint, isProductHost);
  const config = resolveOptions(options, { url, version: options.version });
  const client = createClient(config);
  const call = createCaller(config, client);
  return {
    async call(action, params, callOptions) {
      const flat = readParams(action, params);
      return call({ action, params: () => flat, judge: acceptAny, options: callOptions });
    },
    async sign(action, params, signOptions = {}) {
      checkObject2(signOptions, "options");
      const { method = "POST" } = signOptions;
      checkOneOf("method", method, ["GET", "POST"]);
      const asked = { action, params: readParams(action, params), method };
      return toRequest(url, method, await signUnsent(client, asked));
    }
  };
}
function readParams(action, params = {}) {
  checkText2(action, "action");
  const flat = flatten(params);
  requireFree(flat);
  return flat;
}
function acceptAny({ envelope }) {
  return { value: envelope };
}

// saf/actions.js
import { isObject as isObject3 } from "./sign/core.js";
function chooseAction(service, region) {
  if (service === "saf_de" && region === "ap-southeast-3")
    return "ExecuteRequestML";
  const isAbroad = service === "saf_de" ? !region.startsWith("cn-") : /_intl(_pro)?$/.test(service);
  return isAbroad ? "ExecuteRequestSG" : "ExecuteRequest";
}
function isChinaFace(service) {
  return service === "face_verify" || service === "face_verify_localsdk";
}
var SCORED = /^(account|address|coupon|risk|saf|yd)_/;
function decodeFields(service, data) {
  if (!isObject3(data) || !SCORED.test(service))
    return data;
  const score = readDecimal(data["score"]);
  const { extend } = data;
  const isNested = service === "risk_intelligence_ip" && typeof extend === "string";
  return {
    ...data,
    ...score !== void 0 && { score },
    ...isNested && { extend: decodeText(extend) }
  };
}
function readDecimal(value, pattern = /^-?\d+(\.\d+)?$/) {
  const number = typeof value === "string" && pattern.test(value) ? Number(value) : value;
  return Number.isFinite(number) ? number : void 0;
}

// saf/endpoints.js
import { check as check6 } from "./sign/core.js";
var REGIONS = [
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-3",
  "ap-southeast-5",
  "cn-beijing",
  "cn-hangzhou",
  "cn-hongkong",
  "cn-shanghai",
  "cn-shenzhen",
  "cn-zhangjiakou",
  "eu-central-1",
  "us-east-1",
  "us-west-1"
];
function regionEndpoint(region) {
  const isKnown = REGIONS.includes(region);
  check6(isKnown, "region", `one of ${REGIONS.join(", ")}`, region);
  return `https://saf.${region}.aliyuncs.com`;
}
function isSafHost(host) {
  return readRegion(host) !== void 0;
}
function readRegion(host) {
  return /^saf(?:-vpc)?\.([a-z]{2}-[a-z]+(?:-\d)?)\.aliyuncs\.com$/.exec(host)?.[1];
}

// saf/codes.js
import { ResponseError as ResponseError2, ServiceError } from "./errors.js";
var NOT2 = "not-executed";
var MEANINGS2 = {
  400: ["ERR_SAF_BAD_PARAMETERS", NOT2, "the parameters are wrong or incomplete"],
  402: ["ERR_SAF_QUOTA", NOT2, "the purchased volume is used up for now"],
  403: ["ERR_SAF_FORBIDDEN", NOT2, "the service is not activated, or has expired"],
  404: ["ERR_SAF_UNKNOWN_SERVICE", NOT2, "no such service here: check its name and the region"],
  500: ["ERR_SAF_INTERNAL", "failed", "it failed, and may be billed"]
};
var OTHER = ["ERR_SAF_SERVICE", "failed", "it answered with an error, and may be billed"];
var CHINA = {
  300: "",
  409: "",
  510: "the parameters are wrong or incomplete",
  520: "no such person: check name and certNumber",
  530: "no photo to compare with",
  540: "too many failed attempts"
};
function judgeService(envelope, known, service) {
  const serviceCode = readCode(own(envelope, "Code"));
  if (serviceCode === void 0) {
    const message = "an answer without a business code: the call may have run";
    const details2 = { ...known, outcome: "unknown" };
    return { error: new ResponseError2("ERR_SAF_BAD_RESPONSE", message, details2) };
  }
  const { data, rawData } = readData(own(envelope, "Data"));
  const special = isChinaFace(service) ? CHINA[serviceCode] : void 0;
  if (serviceCode === 200 || special === "") {
    const message = readText(own(envelope, "Message"));
    const { requestId = "" } = known;
    const decoded = decodeFields(service, data);
    return { value: { code: serviceCode, message, requestId, data: decoded, rawData } };
  }
  const [code, outcome, meaning] = MEANINGS2[serviceCode] ?? OTHER;
  const isQuota = serviceCode === 402;
  const isInternal = serviceCode === 500;
  const isExplained = isInternal && data !== void 0;
  const advice = isExplained ? ": check resourceCode and the photos" : "";
  const text = `${service} ${serviceCode}: ${special ?? meaning}${advice}`;
  const details = { ...known, outcome, retryable: isQuota, serviceCode, service, data };
  return {
    error: new ServiceError(code, text, details),
    again: isQuota ? { kind: "quota" } : isInternal && !isExplained ? { kind: "internal" } : void 0
  };
}
function readCode(value) {
  const code = readDecimal(value, /^\s*\d{1,9}\s*$/);
  return Number.isSafeInteger(code) ? code : void 0;
}
function readData(value) {
  if (typeof value === "string" && value !== "")
    return { data: decodeText(value, parseJson), rawData: value };
  if (typeof value !== "object" || value === null)
    return {};
  return { data: value, rawData: rewriteJson(value) };
}

// saf/schema.js
import { ServiceError as ServiceError2 } from "./errors.js";
function isSchema(schema) {
  return typeof Object(Object(schema)["~standard"]).validate === "function";
}
async function validateData(schema, answer, { deadline, ...facts }) {
  const { data } = answer;
  let what = '"schema" failed or hung';
  let cause;
  try {
    const result = await deadline.race(schema["~standard"].validate(data));
    if (!result.issues)
      return { value: { ...answer, data: result.value } };
    what = `"schema" refuses ${result.issues.slice(0, 5).map(showPath).join(", ")}`;
  } catch (error) {
    if (deadline.signal.aborted && !deadline.isExpired())
      throw deadline.signal.reason;
    cause = error;
  }
  const message = `${facts.service} 200: it ran and may be billed, but ${what}: see error.data`;
  const details = { ...facts, data, outcome: "failed", serviceCode: 200, cause };
  return { error: new ServiceError2("ERR_SAF_SERVICE", message, details) };
}
function showPath({ path = [] }) {
  const keys = path.map((segment, depth) => {
    const key = String(Object(segment).key ?? segment);
    return (depth === 0 ? /^[a-z]\w{0,31}$/i : /^\d{1,4}$/).test(key) ? key : "…";
  });
  return ["data", ...keys].join(".");
}

// saf/execute.js
import { check as check7, checkText as checkText3, isPlain as isPlain2 } from "./sign/core.js";
async function executeService(caller, call, options) {
  const { service, action, eventCode, write, schema } = call;
  checkText3(service, "service");
  checkText3(action, "action");
  check7(schema === void 0 || isSchema(schema), "schema", "Standard Schema", schema);
  let head = { Service: service };
  if (action === "RequestDecision") {
    checkText3(eventCode, "eventCode");
    head = { EventCode: eventCode };
  }
  return caller({
    ...call,
    params: async () => ({ ...head, ServiceParameters: await write() }),
    async judge({ envelope, ...answered }, facts, deadline) {
      const known = { ...facts, ...answered };
      const result = judgeService(envelope, known, service);
      if (result.error || !schema || result.value.code !== 200)
        return result;
      return validateData(schema, result.value, { ...known, service, deadline });
    },
    options
  });
}
function writeJson(name, params) {
  check7(isPlain2(params), name, "plain object", params);
  return () => {
    const text = encodeJson(params);
    check7(text, name, "JSON without a bigint or a loop", params);
    return text;
  };
}

// saf/face-verify.js
function readVerdict({ data, rawData, requestId }) {
  const extInfo = own(data, "extInfo");
  const passed = readBoolean(own(data, "passed"));
  const result = readBoolean(own(extInfo, "result"));
  const faceAttack = readBoolean(own(extInfo, "faceAttack"));
  const score = readDecimal(own(extInfo, "score"));
  const retCode = readText(own(data, "retCode"));
  const decision = retCode === "OK_SUCCESS" ? decide(passed, result, faceAttack) : "inconclusive";
  return {
    passed: decision === "pass",
    decision,
    ...score !== void 0 && { score },
    ...faceAttack !== void 0 && { faceAttack },
    retCode,
    retCodeSub: readText(own(data, "retCodeSub")),
    retMessage: readText(own(data, "retMessage")),
    requestId,
    raw: rawData ?? ""
  };
}
function decide(passed, result, faceAttack) {
  if (faceAttack)
    return "attack";
  if (faceAttack === void 0 || passed === void 0 || passed !== result)
    return "inconclusive";
  return passed ? "pass" : "mismatch";
}
function readBoolean(value) {
  if (value === true || value === "true")
    return true;
  return value === false || value === "false" ? false : void 0;
}

// saf/photo.js
import { decodeBase64 } from "./sign/core.js";
import { check as check8 } from "./sign/core.js";
async function readPhoto(photo, name, maxBytes) {
  const isText = typeof photo === "string";
  const { byteLength, size = byteLength } = Object(photo);
  const claimed = isText ? Math.ceil(photo.length / 2) : size;
  check8(Number.isInteger(claimed), name, "Uint8Array, ArrayBuffer, Blob or base64 text", photo);
  checkSize(claimed, name, maxBytes);
  const bytes = isText ? readBase64(photo, name) : await readBytes(photo, name);
  checkSize(bytes.length, name, maxBytes);
  checkJpeg(bytes, name);
  return bytes;
}
function checkSize(bytes, name, maxBytes) {
  if (bytes === 0)
    throw new TypeError(`"${name}" is empty: expected a JPEG`);
  if (bytes > maxBytes) {
    throw new TypeError(`"${name}" has ${bytes} bytes, more than "maxPhotoBytes" (${maxBytes})`);
  }
}
function readBase64(text, name) {
  const base64 = text.trim().replace(/^data:[^,]*;base64,|[\r\n]+/gi, "").replace(/-/g, "+").replace(/_/g, "/").replace(/={1,2}$/, "");
  try {
    const bytes = decodeBase64(base64);
    if (bytes.length === Math.floor(base64.length * 3 / 4))
      return bytes;
  } catch {
  }
  throw new TypeError(`"${name}" expected base64 of a JPEG`);
}
async function readBytes(photo, name) {
  if (ArrayBuffer.isView(photo)) {
    return new Uint8Array(photo.buffer, photo.byteOffset, photo.byteLength);
  }
  try {
    return new Uint8Array("arrayBuffer" in photo ? await photo.arrayBuffer() : photo);
  } catch {
    throw new TypeError(`"${name}" could not be read (a file that changed?)`);
  }
}
function checkJpeg(bytes, name) {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  const isJpeg = start.startsWith("ÿØÿ");
  let end = bytes.length - 1;
  while (end > 0 && !(bytes[end] === 217 && bytes[end - 1] === 255))
    end--;
  if (isJpeg && end > 0)
    return;
  const format = /PNG|WEBP|(?<=^....)ftyp/s.exec(start)?.[0].replace("ftyp", "HEIC or AVIF");
  const got = isJpeg ? "one without its end (cut off?)" : format ?? "other bytes";
  throw new TypeError(`"${name}" expected JPEG, got ${got}`);
}

// saf/index.js
import { check as check9, checkObject as checkObject3 } from "./sign/core.js";
var VERSION = "2019-05-21";
var CHINA_VERSION = "2017-03-31";
function createSaf(options) {
  checkObject3(options, "options");
  const { allowCustomEndpoint, maxPhotoBytes, region = "ap-southeast-1" } = options;
  const regional = regionEndpoint(region);
  const { endpoint = regional } = options;
  const url = readEndpoint(endpoint, allowCustomEndpoint, readRegion);
  const config = resolveOptions(options, { url, version: VERSION });
  const caller = createCaller({ ...config, signer: withVersions(config.signer) });
  const place = readRegion(new URL(url).host) ?? region;
  const photoLimit = readInteger("maxPhotoBytes", maxPhotoBytes, 2 ** 21);
  return {
    async verifyFace(input, callOptions) {
      checkObject3(input, "input");
      const { refFaceContent, authFaceContent, resourceCode } = input;
      const isCode = typeof resourceCode === "string" && /^\d{8}$/.test(resourceCode);
      check9(isCode, "resourceCode", "eight digits such as 00840000", resourceCode);
      const write = async () => [
        '{"refFaceContent":"',
        await readPhoto(refFaceContent, "refFaceContent", photoLimit),
        '","authFaceContent":"',
        await readPhoto(authFaceContent, "authFaceContent", photoLimit),
        `","resourceCode":"${resourceCode}"}`
      ];
      const call = { service: "intl_face_verify", action: "ExecuteRequest", write };
      return readVerdict(await executeService(caller, call, callOptions));
    },
    async executeRequest(service, params, callOptions) {
      const write = writeJson("serviceParameters", params);
      const { action = chooseAction(service, place), schema } = Object(callOptions);
      const call = { service, action, eventCode: own(params, "eventCode"), write, schema };
      const answer = await executeService(caller, call, callOptions);
      return answer;
    },
    async decide(eventCode, fields, callOptions) {
      const write = writeJson("fields", fields);
      const { schema } = Object(callOptions);
      const call = { service: "saf_de", action: "RequestDecision", eventCode, write, schema };
      const answer = await executeService(caller, call, callOptions);
      return answer;
    }
  };
}
function withVersions(create) {
  return (context) => {
    const sign = create(context);
    return (spec, moment) => sign(isChinaFace(spec.params["Service"]) ? { ...spec, version: CHINA_VERSION } : spec, moment);
  };
}

// version.js
var VERSION2 = "0.1.0";
export {
  BROKEN,
  REGIONS,
  VERSION2 as VERSION,
  buildParams,
  checkOneOf,
  chooseAction,
  compareEcho,
  createCaller,
  createClient,
  createRpcClient,
  createRpcSigner,
  createSaf,
  decideRetry,
  decodeFields,
  decodeText,
  encodeJson,
  executeService,
  fixedPlatform,
  flatten,
  formatTimestamp,
  hasTimestamp,
  isChinaFace,
  isEpochMs,
  isProductHost,
  isSafHost,
  isSchema,
  jsonFormat,
  judgeService,
  markOutcome,
  own,
  parseJson,
  penalizeTurns,
  randomFraction,
  randomNonce,
  readBody,
  readCallOptions,
  readClock,
  readDecimal,
  readEcho,
  readElapsed,
  readEndpoint,
  readGatewayError,
  readInteger,
  readOpaque,
  readOutcome,
  readPhoto,
  readProof,
  readRegion,
  readSent,
  readText,
  readTimeout,
  readVerdict,
  regionEndpoint,
  requireFree,
  reserveTurn,
  resolveOptions,
  rewriteJson,
  sendOnce,
  signOnce,
  signUnsent,
  startDeadline,
  systemPlatform,
  timeoutFailure,
  toRequest,
  validateData,
  writeJson
};
