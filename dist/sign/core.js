// codec/check.js
function check(holds, name, what, got) {
  if (!holds)
    throw new TypeError(`${quote(name)} expected ${what}, got ${kindOf(got)}`);
}
function checkText(value, name) {
  check(typeof value === "string" && value, name, "text", value);
}
function checkObject(value, name) {
  check(isObject(value), name, "object", value);
}
function checkKeyPart(value, name) {
  checkText(value, name);
  const isClean = !/[\s\p{C}]/u.test(value);
  check(isClean, name, "text without white space, line breaks or invisible characters", value);
}
function kindOf(value) {
  if (value === null)
    return "null";
  if (value === "")
    return "empty text";
  if (typeof value === "number" && !Number.isFinite(value))
    return String(value);
  return Array.isArray(value) ? "array" : typeof value;
}
function quote(name) {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}
function isObject(value) {
  return kindOf(value) === "object";
}
function isPlain(value) {
  const prototype = isObject(value) ? Object.getPrototypeOf(value) : void 0;
  return prototype === null || isObject(prototype) && Object.getPrototypeOf(prototype) === null;
}

// codec/percent.js
function percentEncode(text) {
  return encodeNamed(text, "text");
}
function encodeNamed(text, name) {
  return encodeURIComponent(requireText(text, name)).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
function requireText(text, name) {
  check(typeof text === "string", name, "string", text);
  const known = text;
  if (known.isWellFormed?.())
    return text;
  const offset = text.search(LONE_SURROGATE);
  if (offset < 0)
    return text;
  throw new TypeError(`${quote(name)} expected text, got half a surrogate pair at offset ${offset}`);
}
var LONE_SURROGATE = /\p{Surrogate}/u;

// crypto/web.js
var webHmacSha1 = /* @__PURE__ */ Object.assign(async (key, message) => prepare(key)(message), { prepare });
function prepare(key) {
  const imported = importKey(key);
  imported.catch(() => {
  });
  return async (message) => {
    const ready = await imported;
    const bytes = asBufferSource(message);
    return new Uint8Array(await globalThis.crypto.subtle.sign("HMAC", ready, bytes));
  };
}
async function importKey(key) {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) {
    throw new TypeError("crypto.subtle is missing (no secure context?): use nobleHmacSha1 of saf-edge/noble");
  }
  const bytes = key.length ? asBufferSource(key) : new Uint8Array(1);
  return subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-1" }, false, ["sign"]);
}
function asBufferSource(bytes) {
  return bytes;
}

// sign/canonicalize.js
function canonicalize(params) {
  requireParams(params);
  return Object.entries(params).filter(([name]) => name !== "Signature").sort(([a], [b]) => compareBytes(a, b)).map(([name, value]) => `${encodeNamed(name, name)}=${encodeNamed(value, name)}`).join("&");
}
function requireParams(params) {
  const isRecord = isObject(params) && !(Symbol.iterator in params);
  check(isRecord, "params", "plain object of strings", params);
}
function compareBytes(a, b) {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at))
    at++;
  return rank(a, at) - rank(b, at);
}
function rank(text, at) {
  if (at >= text.length)
    return -1;
  const unit = text.charCodeAt(at);
  return unit >= 55296 && unit <= 57343 ? unit + 65536 : unit;
}

// crypto/base64.js
function encodeBase64(bytes) {
  return btoa(String.fromCharCode(...bytes));
}
function decodeBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++)
    bytes[at] = binary.charCodeAt(at);
  return bytes;
}

// sign/encode-form.js
var BLOCK = 3072;
var WORST = 7;
var SHORT = 1024;
var PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
var DIGITS = "0123456789ABCDEF";
function createFormEncoder() {
  const plain = new Uint8Array(256);
  for (const code of new TextEncoder().encode(PLAIN))
    plain[code] = 1;
  const tables = { plain };
  return (params, method = "POST") => {
    let size = 0;
    for (const { length } of Object.values(params).flat())
      size += length;
    const bytes = new Uint8Array(size * 1.51 + Math.min(size, BLOCK) * WORST + 512);
    const sink = { tables, bytes, at: 0 };
    put(sink, `${method}&%2F&`);
    const start = sink.at;
    const names = Object.keys(params).filter((name) => name !== "Signature");
    for (const name of names.sort(compareBytes)) {
      if (sink.at > start)
        put(sink, "%26");
      putText(sink, name, name);
      put(sink, "%3D");
      const value = params[name] ?? "";
      for (const segment of typeof value === "object" ? value : [value]) {
        if (typeof segment === "object")
          putPhoto(sink, segment);
        else
          putText(sink, segment, name);
      }
    }
    return {
      toSign: readSink(sink),
      finish(signature2) {
        decodeInPlace(sink, start);
        put(sink, `${sink.at > 0 ? "&" : ""}Signature=${percentEncode(signature2)}`);
        return readSink(sink);
      }
    };
  };
}
function readSink({ bytes, at }) {
  return bytes.subarray(0, at);
}
function reserve(sink, count) {
  const needed = sink.at + count + 4;
  if (needed <= sink.bytes.length)
    return;
  const bytes = new Uint8Array(needed * 1.5);
  bytes.set(readSink(sink));
  sink.bytes = bytes;
}
function put(sink, text) {
  reserve(sink, text.length);
  for (let at = 0; at < text.length; at++)
    sink.bytes[sink.at++] = text.charCodeAt(at);
}
function putText(sink, text, name) {
  requireText(text, name);
  const { plain } = sink.tables;
  let from = 0;
  if (text.length <= SHORT) {
    reserve(sink, text.length * WORST);
    for (; from < text.length; from++) {
      const code = text.charCodeAt(from);
      if (code > 127)
        break;
      if (plain[code] === 1)
        sink.bytes[sink.at++] = code;
      else
        sink.at = writeEscape(sink.bytes, sink.at, code);
    }
  }
  if (from === text.length)
    return;
  const encoder = new TextEncoder();
  const block = new Uint8Array(BLOCK);
  while (from < text.length) {
    const { read, written } = encoder.encodeInto(text.slice(from), block);
    reserve(sink, written * WORST);
    writeBytes(sink, block.subarray(0, written));
    from += read;
  }
}
function writeBytes(sink, block) {
  const { bytes } = sink;
  const { plain } = sink.tables;
  const view = new DataView(bytes.buffer);
  let { at } = sink;
  for (let from = 0; from < block.length; from++) {
    const a = block[from];
    if (from + 4 <= block.length) {
      const b = block[from + 1];
      const c = block[from + 2];
      const d = block[from + 3];
      const isPlain2 = plain[a] & plain[b] & plain[c] & plain[d];
      if (isPlain2 === 1) {
        view.setUint32(at, a | b << 8 | c << 16 | d << 24, true);
        at += 4;
        from += 3;
        continue;
      }
    }
    if (plain[a] === 1)
      bytes[at++] = a;
    else
      at = writeEscape(bytes, at, a);
  }
  sink.at = at;
}
function writeEscape(bytes, at, byte) {
  bytes[at] = 37;
  bytes[at + 1] = 50;
  bytes[at + 2] = 53;
  bytes[at + 3] = DIGITS.charCodeAt(byte >> 4);
  bytes[at + 4] = DIGITS.charCodeAt(byte & 15);
  return at + 5;
}
function createBase64() {
  const words = Uint32Array.of(...new TextEncoder().encode(PLAIN));
  words.set([1110586674, 1177695538], 62);
  const pairs = Uint16Array.from({ length: 4096 }, (_, bits) => {
    const [first = 0, second = 0] = [words[bits >> 6], words[bits & 63]];
    return first < 128 && second < 128 ? first | second << 8 : 0;
  });
  return { words, pairs };
}
function putPhoto(sink, photo) {
  const { tables } = sink;
  const whole = photo.length < BLOCK ? 0 : photo.length - photo.length % 3;
  for (let from = 0; from < whole; from += BLOCK) {
    const block = photo.subarray(from, Math.min(from + BLOCK, whole));
    reserve(sink, block.length * WORST);
    writeTriples(sink, block, tables.base64 ??= createBase64());
  }
  putText(sink, encodeBase64(photo.subarray(whole)), "");
}
function writeTriples(sink, block, { pairs, words }) {
  const view = new DataView(sink.bytes.buffer);
  let { at } = sink;
  for (let from = 0; from < block.length; from += 3) {
    let group = 0;
    for (; from < block.length; from += 3) {
      group = block[from] << 16 | block[from + 1] << 8 | block[from + 2];
      const first = pairs[group >> 12];
      const second = pairs[group & 4095];
      if (!first || !second)
        break;
      view.setUint32(at, first | second << 16, true);
      at += 4;
    }
    if (from >= block.length)
      break;
    at = writeWord(view, at, words[group >> 18]);
    at = writeWord(view, at, words[group >> 12 & 63]);
    at = writeWord(view, at, words[group >> 6 & 63]);
    at = writeWord(view, at, words[group & 63]);
  }
  sink.at = at;
}
function writeWord(view, at, word) {
  if (word < 128) {
    view.setUint8(at, word);
    return at + 1;
  }
  view.setUint8(at, 37);
  view.setUint32(at + 1, word, true);
  return at + 5;
}
function decodeInPlace(sink, start) {
  const { bytes, at: end } = sink;
  const view = new DataView(bytes.buffer);
  bytes[end] = 37;
  let at = 0;
  let from = start;
  for (; ; ) {
    let found = 0;
    while (found === 0) {
      const word = view.getUint32(from, true);
      view.setUint32(at, word, true);
      const odd = word ^ 623191333;
      found = odd - 16843009 & ~odd & 2155905152;
      from += 4;
      at += 4;
    }
    const over = (Math.clz32(found & -found) >> 3) + 1;
    from -= over;
    at -= over;
    if (from === end)
      break;
    const last = bytes[from + 2];
    bytes[at++] = last === 68 ? 61 : last - 16;
    from += 3;
  }
  sink.at = at;
}

// sign/string-to-sign.js
function stringToSign(method, params) {
  return `${requireText(method, "method").toUpperCase()}&%2F&${percentEncode(canonicalize(params))}`;
}

// sign/signature.js
async function signature(method, params, accessKeySecret, hmac = webHmacSha1) {
  const text = encodeText(stringToSign(method, params));
  return signBytes(text, prepareSecret(accessKeySecret, hmac));
}
async function signForm(params, accessKeySecret, hmac = webHmacSha1) {
  requireParams(params);
  for (const [name, value] of Object.entries(params)) {
    check(typeof value === "string", name, "string", value);
  }
  return signEncoded(createFormEncoder()(params), prepareSecret(accessKeySecret, hmac));
}
async function signEncoded({ toSign, finish }, prepared) {
  const signed = await signBytes(toSign, prepared);
  return { body: finish(signed), signature: signed };
}
function encodeKey(accessKeySecret) {
  return encodeText(`${requireText(accessKeySecret, "accessKeySecret")}&`);
}
function prepareSecret(accessKeySecret, hmac) {
  const key = encodeKey(accessKeySecret);
  return hmac.prepare?.(key) ?? ((message) => hmac(key, message));
}
function encodeText(text) {
  return new TextEncoder().encode(text);
}
async function signBytes(message, prepared) {
  const mac = await prepared(message);
  check(ArrayBuffer.isView(mac) && mac.length === 20, "hmac", "function giving 20 bytes", mac);
  return encodeBase64(mac);
}
export {
  canonicalize,
  check,
  checkKeyPart,
  checkObject,
  checkText,
  compareBytes,
  createFormEncoder,
  decodeBase64,
  encodeBase64,
  encodeKey,
  encodeNamed,
  encodeText,
  isObject,
  isPlain,
  kindOf,
  percentEncode,
  prepareSecret,
  quote,
  requireParams,
  requireText,
  signEncoded,
  signForm,
  signature,
  stringToSign,
  webHmacSha1
};
