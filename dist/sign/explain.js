/* @ts-self-types="./explain.d.ts" */
// codec/check.js
function check(holds, name, what, got) {
  if (!holds)
    throw new TypeError(`${quote(name)} expected ${what}, got ${kindOf(got)}`);
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

// sign/show-name.js
var MAX_LENGTH = 64;
function isName(name) {
  return name.length <= MAX_LENGTH && name.trim() === name && !/["{}[\]<>,=&/\\\p{Cc}]/u.test(name);
}
function quoteName(name) {
  return isName(name) ? quote(name) : '"…", which looks like data,';
}

// sign/mistaken-params.js
var FRACTION = /(T\d{1,2}:\d\d:\d\d)[.,]\d+/;
function cutFraction(value) {
  return value.length > 64 ? value : value.replace(FRACTION, "$1");
}
function findTimestamp(params) {
  return ["Timestamp", "TimeStamp"].find((name) => Object.hasOwn(params, name));
}
function* listParamVariants(params, query) {
  const pairs = readPairs(params, query);
  yield* listTimestamps(params, pairs, [".000"]);
  yield* listMissing(params, pairs);
  yield* listOrders(params, pairs);
  yield* listExtra(params, pairs);
  yield* listAltered(params, pairs);
}
function listMilliseconds(params, query) {
  const fractions = Array.from({ length: 999 }, (_, at) => `.${String(at + 1).padStart(3, "0")}`);
  return listTimestamps(params, readPairs(params, query), fractions);
}
function readPairs(params, query) {
  const texts = query.split("%26");
  return Object.keys(params).filter((name) => name !== "Signature").sort(compareBytes).map((name, at) => ({ name, text: texts[at] ?? "" }));
}
function listTimestamps(params, pairs, fractions) {
  const name = findTimestamp(params);
  const value = name === void 0 ? void 0 : params[name];
  if (name === void 0 || value === void 0)
    return [];
  const whole = cutFraction(value);
  const isWhole = whole === value;
  const others = isWhole ? fractions.map((part) => whole.replace(/Z?$/, `${part}$&`)) : [whole];
  return others.map((other) => ({
    ...edit("milliseconds", pairs, (all) => replace(all, writePair(name, other))),
    says: isWhole ? `the parameter ${quoteName(name)} was signed with milliseconds: cut them before signing` : `the parameter ${quoteName(name)} is sent with milliseconds: cut them`,
    parameter: name
  }));
}
function* listMissing(params, pairs) {
  const leaveOut = (says, isLeft) => {
    const first = pairs.find(isLeft);
    if (!first)
      return [];
    const drop = (all) => all.filter((pair) => !isLeft(pair));
    return [{ ...edit("missing-parameter", pairs, drop), says, parameter: first.name }];
  };
  const isCommon = ({ name }) => COMMON.includes(name);
  yield* leaveOut("an empty parameter was sent and not signed: sign every parameter that is sent", ({ name }) => params[name] === "");
  for (const { name } of pairs) {
    const says = `the parameter ${quoteName(name)} was sent and not signed: sign it too`;
    yield* leaveOut(says, (pair) => pair.name === name);
  }
  yield* rare(leaveOut("the action's own parameters were not signed: sign query and form together", (pair) => !isCommon(pair)));
  yield* rare(leaveOut("the common parameters were not signed: sign query and form together", isCommon));
}
function listOrders(params, pairs) {
  const ranks = new Map(Object.keys(params).map((name, at) => [name, at]));
  const rank2 = ({ name }) => ranks.get(name) ?? 0;
  const orders = [
    (a, b) => rank2(a) - rank2(b),
    (a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()),
    (a, b) => compare(`${a.name}=`, `${b.name}=`),
    (a, b) => compare(a.name, b.name),
    (a, b) => compare(b.name, a.name),
    (a, b) => a.name.localeCompare(b.name)
  ];
  return orders.map((order, at) => ({
    ...edit("altered-parameter", pairs, (all) => [...all].sort(order)),
    says: "the parameters were signed in another order: sort them by name in byte order",
    parameter: true,
    isRare: at > 0
  }));
}
function listExtra(params, pairs) {
  const names = new Set(pairs.map(({ name }) => name));
  const extra = [...EXTRA, ["Signature", params["Signature"] ?? ""]];
  return rare(extra.filter(([name]) => !names.has(name)).map(([name, value]) => ({
    ...edit("extra-parameter", pairs, (all) => insert(all, writePair(name, value))),
    says: name === "Signature" ? 'the parameter "Signature" was signed: leave it out' : `the parameter ${quoteName(name)} was signed and is not among those sent: send it too`,
    parameter: name
  })));
}
function* listAltered(params, pairs) {
  for (const { name } of pairs) {
    const value = params[name] ?? "";
    for (const [says, change] of CHANGES) {
      const other = change(value);
      if (other === void 0 || other === value)
        continue;
      yield {
        ...edit("altered-parameter", pairs, (all) => replace(all, writePair(name, other))),
        says: `the parameter ${quoteName(name)} ${says}`,
        parameter: name,
        isRare: true
      };
    }
  }
}
var COMMON = [
  "AccessKeyId",
  "Action",
  "Format",
  "RegionId",
  "SecurityToken",
  "SignatureMethod",
  "SignatureNonce",
  "SignatureType",
  "SignatureVersion",
  "TimeStamp",
  "Timestamp",
  "Version"
];
var EXTRA = [
  ["SignatureType", ""],
  ["SecurityToken", ""],
  ["SecurityToken", "undefined"],
  ["SecurityToken", "null"],
  ["SignatureMethod", "HMAC-SHA1"],
  ["SignatureVersion", "1.0"],
  ["Format", "JSON"],
  ["Format", "XML"],
  ["RegionId", ""],
  ["RegionId", "cn-hangzhou"],
  ["RegionId", "ap-southeast-1"]
];
var CHANGES = [
  ["was empty when it was signed: sign what is sent", () => ""],
  ["was signed without the white space around it: sign what is sent", (value) => value.trim()],
  [
    "was signed with other line breaks: sign what is sent",
    (value) => value.replaceAll("\r\n", "\n")
  ],
  ["was signed in another Unicode form: sign what is sent", (value) => value.normalize("NFC")],
  ["was signed in another Unicode form: sign what is sent", (value) => value.normalize("NFD")],
  ["was signed as JSON without spaces: sign what is sent", (value) => writeJson(value, false)],
  ["was signed as JSON with spaces: sign what is sent", (value) => writeJson(value, true)]
];
var JSON_TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[,:]/g;
var SPACED = { ",": ", ", ":": ": " };
function writeJson(value, hasSpaces) {
  if (!/^\s*[[{]/.test(value))
    return void 0;
  try {
    const compact = JSON.stringify(JSON.parse(value));
    return hasSpaces ? compact.replace(JSON_TOKEN, (token) => SPACED[token] ?? token) : compact;
  } catch {
    return void 0;
  }
}
function edit(mistake, pairs, change) {
  return {
    mistake,
    group: "params",
    apply: (text) => ({
      ...text,
      query: change(pairs).map((pair) => pair.text).join("%26")
    })
  };
}
function rare(variants) {
  return variants.map((variant) => ({ ...variant, isRare: true }));
}
function writePair(name, value) {
  return { name, text: percentEncode(`${percentEncode(name)}=${percentEncode(value)}`) };
}
function replace(pairs, pair) {
  return pairs.map((each) => each.name === pair.name ? pair : each);
}
function insert(pairs, pair) {
  return [...pairs, pair].sort((a, b) => compareBytes(a.name, b.name));
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// sign/changed-value.js
var ROWS = [
  [
    "milliseconds",
    "was signed and sent with different fractions of a second: cut them once, before signing",
    (signed, arrived) => cutFraction(signed) === cutFraction(arrived)
  ],
  [
    "plus-for-space",
    "arrived with + and space exchanged: percent-encode a space as %20 and a + as %2B",
    (signed, arrived) => signed.replaceAll("+", " ") === arrived.replaceAll("+", " ")
  ],
  [
    "star-or-tilde",
    "arrived with * or ~ still encoded: encode the value once, * as %2A, and leave ~ alone",
    (signed, arrived) => decodeMarks(signed) === decodeMarks(arrived)
  ],
  [
    "encoded-thrice",
    "arrived percent-encoded: it was encoded once too often when it was sent",
    (signed, arrived) => isEncoded(arrived, signed)
  ],
  [
    "encoded-once",
    "was signed percent-encoded and arrived decoded: sign the raw value, and encode it to send it",
    (signed, arrived) => isEncoded(signed, arrived)
  ],
  ["altered-parameter", "arrived empty: look how it is sent", (_, arrived) => arrived === ""],
  ["altered-parameter", "was signed empty: sign what is sent", (signed) => signed === ""],
  [
    "altered-parameter",
    "was cut at a & or # that was not percent-encoded: encode the value when it is sent",
    (signed, arrived) => signed.startsWith(arrived) && "&#".includes(signed.charAt(arrived.length))
  ],
  [
    "altered-parameter",
    "arrived with other white space around it or other line breaks: send what was signed",
    (signed, arrived) => unifySpace(signed) === unifySpace(arrived)
  ],
  [
    "altered-parameter",
    "arrived in another Unicode form: send what was signed",
    (signed, arrived) => signed.normalize("NFC") === arrived.normalize("NFC")
  ],
  [
    "altered-parameter",
    "arrived in another character set: send it as UTF-8",
    (signed, arrived) => arrived.includes("�") && !signed.includes("�")
  ],
  [
    "altered-parameter",
    "arrived as JSON that was written anew: send the very text that was signed",
    isSameJson
  ]
];
function explainValue(signed, arrived) {
  const row = ROWS.find(([, , isIt]) => isIt(signed, arrived));
  return row ? { mistake: row[0], says: row[1] } : { mistake: "altered-parameter", says: "arrived with another value: send what was signed" };
}
function decodeMarks(text) {
  return text.replace(/%(?:25)*(2A|7E)/gi, (_, hex) => hex.startsWith("2") ? "*" : "~");
}
function isEncoded(encoded, raw) {
  if (!encoded.includes("%"))
    return false;
  try {
    const once = decodeURIComponent(encoded);
    return once === raw || decodeURIComponent(encoded.replaceAll("+", "%20")) === raw || decodeURIComponent(once) === raw;
  } catch {
    return false;
  }
}
function unifySpace(text) {
  return text.replaceAll("\r\n", "\n").trim();
}
function isSameJson(signed, arrived) {
  if (!/^\s*[[{]/.test(signed))
    return false;
  try {
    return JSON.stringify(JSON.parse(signed)) === JSON.stringify(JSON.parse(arrived));
  } catch {
    return false;
  }
}

// sign/mistaken-text.js
var GROUPS = [
  "params",
  "method",
  "path",
  "space",
  "star",
  "bang",
  "tilde",
  "slash",
  "separator",
  "level",
  "hex"
];
function joinText({ method, path, query }) {
  return `${method}&${path}&${query}`;
}
function listTextVariants() {
  return ROWS2.map(toVariant);
}
function listMethodVariants(sent) {
  return [...COMMON_METHODS, ...RARE_METHODS].filter((method) => method !== sent).map((method) => ({
    mistake: "method",
    group: "method",
    says: `the method was signed as ${quote(method)}: sign the one that is sent, in capitals`,
    apply: (text) => ({ ...text, method }),
    isRare: RARE_METHODS.includes(method)
  }));
}
function listKeyVariants(accessKeySecret, accessKeyId) {
  const keys = [
    {
      mistake: "secret-without-ampersand",
      says: "the HMAC key was the AccessKeySecret alone: append one & to it",
      key: accessKeySecret
    },
    {
      mistake: "ampersand-before-secret",
      says: "the HMAC key had its & before the AccessKeySecret: put it behind",
      key: `&${accessKeySecret}`
    }
  ];
  const rare2 = (key, says) => {
    if (key !== void 0)
      keys.push({ mistake: "wrong-secret", says, key: `${key}&`, isRare: true });
  };
  const trimmed = accessKeySecret.trim();
  const outside = "the AccessKeySecret was used with white space around it: trim it where it is read";
  rare2(`${trimmed}
`, outside);
  rare2(`${trimmed}\r
`, outside);
  rare2(`${trimmed}\r`, outside);
  rare2(`${trimmed} `, outside);
  rare2(` ${trimmed}`, outside);
  rare2(trimmed, "the AccessKeySecret given here has white space around it: trim it where it is read");
  rare2(`"${trimmed}"`, "the AccessKeySecret was used with its quotes: take them off where it is read");
  rare2("", "the AccessKeySecret was empty when the request was signed: set it");
  const unset = "the AccessKeySecret was not set when the request was signed: set it";
  for (const word of ["undefined", "null", "None", "nil"])
    rare2(word, unset);
  rare2(`${accessKeySecret}&`, "the HMAC key had two & behind the AccessKeySecret: append one only");
  rare2(accessKeyId, "the AccessKeyId was used as the secret: use the AccessKeySecret");
  return keys.filter(({ key }) => key !== `${accessKeySecret}&`);
}
var IN_VALUE = ["space", "star", "bang", "tilde", "slash"];
var COMMON_METHODS = ["POST", "GET"];
var RARE_METHODS = [
  "PUT",
  "DELETE",
  "PATCH",
  "HEAD",
  "OPTIONS",
  "",
  "post",
  "get",
  "Post",
  "Get",
  "undefined"
];
var BARE = "the & between the pairs was left bare: percent-encode the joined pairs as a whole";
var BARE_BOTH = "the = and & of the pairs were left bare: percent-encode the joined pairs as a whole";
var ONCE = "the canonicalized query string was signed as it is: percent-encode it as a whole once more";
var FORM = "names and values were form-encoded (+ for a space, * alone, %7E): use %20, %2A and ~";
var STAR = "the character * was left alone: encode it as %2A";
var BANG = "the characters ! ' ( ) were left alone: encode them as %21 %27 %28 %29";
var SLASH = "the character / was left alone in a value: encode it as %2F";
var HEX = "escapes were written in small letters: write their hex digits in capitals";
var ROWS2 = [
  ["bare-ampersand", "separator", BARE, (query) => query.replaceAll("%26", "&")],
  [
    "path-not-encoded",
    "path",
    "the path was signed as /: sign it percent-encoded, as %2F",
    (query) => query,
    { path: "/" }
  ],
  ["encoded-once", "level", ONCE, (query) => decodeURIComponent(query)],
  [
    "encoded-once",
    "level",
    "names and values were not encoded before they were joined: percent-encode each of them first",
    (query) => query.replaceAll("%25", "%")
  ],
  [
    "encoded-thrice",
    "level",
    "the canonicalized query string was encoded once too often: percent-encode it once",
    (query) => query.replaceAll("%", "%25")
  ],
  [
    "encoded-thrice",
    "level",
    "names and values were encoded twice before they were joined: percent-encode each of them once",
    (query) => query.replaceAll("%25", "%2525")
  ],
  [
    "plus-for-space",
    "space",
    "a space was encoded as +: encode it as %20",
    (query) => query.replaceAll("%2520", "%2B")
  ],
  [
    "plus-for-space",
    "space",
    "a space was encoded as +: encode it as %20",
    (query) => query.replaceAll("%2520", "+")
  ],
  ["star-or-tilde", "star", STAR, (query) => query.replaceAll("%252A", "*")],
  ["star-or-tilde", "star", STAR, (query) => query.replaceAll("%252A", "%2A")],
  [
    "star-or-tilde",
    "tilde",
    "the character ~ was encoded: leave it as it is",
    (query) => query.replaceAll("~", "%257E")
  ],
  ["star-or-tilde", "bang", BANG, (query) => leave(query, "!'()")],
  ["star-or-tilde", "bang", BANG, (query) => query.replace(/%25(2[1789])/g, "%$1")],
  [
    "star-or-tilde",
    "bang",
    "the characters ! ' ( ) * were left alone: encode them as %21 %27 %28 %29 %2A",
    (query) => leave(query, "!'()*")
  ],
  [
    "star-or-tilde",
    "bang",
    "the characters ! ' ( ) * were left alone: encode them as %21 %27 %28 %29 %2A",
    (query) => query.replace(/%25(2[1789A])/g, "%$1")
  ],
  [
    "plus-for-space",
    "space",
    FORM,
    (query) => query.replaceAll("%2520", "%2B").replaceAll("%252A", "*").replaceAll("~", "%257E")
  ],
  [
    "plus-for-space",
    "space",
    FORM,
    (query) => query.replaceAll("%2520", "%2B").replaceAll("%252A", "%2A").replaceAll("~", "%257E"),
    { isRare: true }
  ],
  [
    "plus-for-space",
    "space",
    "the character + was left alone: encode it as %2B, and a space as %20",
    (query) => query.replaceAll("%252B", "%2B")
  ],
  [
    "plus-for-space",
    "space",
    "a + and a space were not told apart: encode them as %2B and %20",
    (query) => query.replaceAll("%252B", "%2520"),
    { isRare: true }
  ],
  ["star-or-tilde", "slash", SLASH, (query) => query.replaceAll("%252F", "/")],
  ["star-or-tilde", "slash", SLASH, (query) => query.replaceAll("%252F", "%2F")],
  [
    "star-or-tilde",
    "slash",
    "the character : was left alone in a value: encode it as %3A",
    (query) => query.replaceAll("%253A", "%3A")
  ],
  [
    "star-or-tilde",
    "hex",
    HEX,
    (query) => query.replace(/%(?:25)?[0-9A-F]{2}/g, lower),
    { path: "%2f" }
  ],
  ["star-or-tilde", "hex", HEX, (query) => query.replace(/%(?:25)?[0-9A-F]{2}/g, lower)],
  ["star-or-tilde", "hex", HEX, (query) => query.replace(/%25[0-9A-F]{2}/g, lower)],
  [
    "bare-ampersand",
    "separator",
    BARE_BOTH,
    (query) => query.replaceAll("%26", "&").replaceAll("%3D", "=")
  ],
  [
    "encoded-once",
    "level",
    "nothing was percent-encoded: encode names and values, join them, and encode the result",
    (query) => decodeURIComponent(decodeURIComponent(query))
  ],
  [
    "encoded-thrice",
    "path",
    "the path was encoded twice: sign it as %2F",
    (query) => query,
    { path: "%252F", isRare: true }
  ],
  [
    "path-not-encoded",
    "path",
    "the path was left out: sign it percent-encoded, as %2F",
    (query) => query,
    { path: "", isRare: true }
  ],
  [
    "altered-parameter",
    "level",
    "the text was signed with a line break behind it, as a shell writes one: leave it out",
    (query) => `${query}
`,
    { isRare: true }
  ]
];
function toVariant([mistake, group, says, query, more = {}]) {
  return {
    mistake,
    group,
    says,
    apply: (text) => ({
      method: text.method,
      path: more.path ?? text.path,
      query: query(text.query)
    }),
    ...IN_VALUE.includes(group) ? { parameter: true } : {},
    ...more.isRare === void 0 ? {} : { isRare: more.isRare }
  };
}
function leave(query, chars) {
  return query.replace(/%25(2[1789A])/g, (escape, hex) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return chars.includes(char) ? char : escape;
  });
}
function lower(escape) {
  return escape.toLowerCase();
}

// sign/offset.js
var BLOCK = 4096;
function findOffset(a, b) {
  let at = 0;
  while (at < a.length && a.slice(at, at + BLOCK) === b.slice(at, at + BLOCK))
    at += BLOCK;
  const end = Math.min(a.length, b.length);
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at))
    at++;
  return Math.min(at, end);
}
function findParameter(text, offset) {
  const start = offset < 3 ? -1 : text.lastIndexOf("%26", offset - 3);
  const pair = text.slice(start < 0 ? text.indexOf("&%2F&") + 5 : start + 3);
  const name = decodeTwice(pair.slice(0, Math.max(0, pair.indexOf("%3D"))));
  return name === "" ? void 0 : name;
}
function decodeTwice(text) {
  try {
    return decodeURIComponent(decodeURIComponent(text));
  } catch {
    return void 0;
  }
}

// sign/difference.js
var MAX_MORE_PAIRS = 1e3;
var MAX_PIECES = 64;
var PIECE = 5;
function explainDifference(ours, echo) {
  const right = joinText(ours.text);
  const offset = findOffset(right, echo);
  const explanation = explainFrame(ours.text, echo) ?? (isCanonical(echo) ? void 0 : explainText(ours.text, echo) ?? explainForm(echo)) ?? explainParams(ours, echo);
  return { ...explanation, offset };
}
var UNIQUE = ["AccessKeyId", "SignatureNonce", "Timestamp"];
function explainFrame(text, echo) {
  const right = joinText(text);
  const whole = echo.endsWith("...") ? echo.slice(0, -3) : echo;
  if (right.startsWith(whole) && !right.startsWith("%26", whole.length)) {
    return unknown("the gateway's text ends early and is equal up to there: give all of it");
  }
  const [itsMethod, itsPath] = echo.split("&", 3);
  if (itsMethod?.startsWith("ACS3-")) {
    return unknown("the request arrived signed with ACS3-HMAC-SHA256: only HMAC-SHA1 is explained");
  }
  if (itsMethod === void 0 || itsPath === void 0 || !/^[A-Za-z]{0,16}$/.test(itsMethod)) {
    return unknown("what stands in the gateway's message is no string to sign: give all of it");
  }
  if (itsMethod !== text.method) {
    const verb = VERBS.includes(itsMethod) ? itsMethod : "another HTTP method";
    return {
      mistake: "method",
      message: `the request arrived as ${verb}: sign the HTTP method that is sent`
    };
  }
  if (itsPath !== "" && decodeTwice(itsPath) !== "/") {
    return unknown("the request arrived at another path than /: send it to /");
  }
  return void 0;
}
function isCanonical(echo) {
  const [, path, query, more] = echo.split("&", 4);
  if (path !== "%2F" || query === void 0 || more !== void 0)
    return false;
  return !/[^\w.~%-]/.test(query) && (query === "" || query.includes("%3D"));
}
function explainForm(echo) {
  const [, path, query = "", more] = echo.split("&", 4);
  if (path !== "%2F") {
    return { mistake: "path-not-encoded", message: "the path was not signed as %2F: sign it so" };
  }
  const [mistake, says] = query.includes("=") ? ["encoded-once", "its pairs were not encoded a second time"] : ["bare-ampersand", "its pairs are joined by a bare &"];
  if (mistake === "bare-ampersand" && more === void 0)
    return void 0;
  return { mistake, message: `the gateway signed another text, ${says}: encode it as a whole` };
}
function explainText(text, echo) {
  const right = joinText(text);
  for (const { apply, mistake, parameter, says } of listTextVariants()) {
    if (joinText(apply(text)) !== echo)
      continue;
    const name = parameter === true ? findParameter(right, findOffset(right, echo)) : parameter;
    return { mistake, message: says, ...name === void 0 ? {} : { parameter: name } };
  }
  return void 0;
}
function explainParams(ours, echo) {
  const mine = readPairs2(ours.text.query);
  const signed = new Set(mine.map(({ name }) => name));
  const received = readPairs2(echo.split("&").slice(2).join("&"), mine.length);
  const its = dropPieces(received, signed, ours.params);
  const at = findFirst(mine, its);
  const [a, b] = [mine[at], its[at]];
  if (a && a.name === b?.name)
    return explainChange(ours, echo, [a, b]);
  if (b && b.name === mine[at - 1]?.name)
    return altered(b.name, "arrived twice: send it once");
  const extra = a && !its.some(({ name }) => name === a.name) ? a.name : void 0;
  const missing = b && !signed.has(b.name) ? b.name : void 0;
  if (extra !== void 0 && !(missing !== void 0 && compareBytes(missing, extra) < 0)) {
    const says = "was signed and did not arrive: send it, or do not sign it";
    return { ...altered(extra, says), mistake: "extra-parameter" };
  }
  if (missing !== void 0)
    return explainMissing(missing, ours);
  return unknown("the parameters are the same, written or sorted in another way: compare both");
}
function findFirst(mine, its) {
  const at = mine.findIndex(({ name, value }, index) => {
    return its[index]?.name !== name || its[index]?.value !== value;
  });
  return at < 0 ? mine.length : at;
}
function dropPieces(its, signed, params) {
  const values = Object.values(params);
  let looks = 0;
  return its.filter(({ name }) => {
    if (signed.has(name) || looks++ >= MAX_PIECES)
      return true;
    return !values.some((value) => value.includes(`&${name}`));
  });
}
function explainChange(ours, echo, [mine, its]) {
  const [signed, arrived] = [decodeTwice(mine.value), decodeTwice(its.value)];
  if (signed === void 0 || arrived === void 0 || signed === arrived) {
    const says2 = "arrived as something that is not UTF-8, or in another encoding: send it as UTF-8";
    return explainText(ours.text, echo) ?? altered(mine.name, says2);
  }
  const { mistake, says } = explainValue(signed, arrived);
  const isOther = mistake === "altered-parameter" && UNIQUE.includes(mine.name);
  const more = isOther ? "; or the answer belongs to another request: give this one's" : "";
  return { ...altered(mine.name, `${says}${more}`), mistake };
}
function explainMissing(name, { accessKeySecret, params }) {
  const signedAs = Object.keys(params).find((key) => key.toLowerCase() === name.toLowerCase());
  if (signedAs !== void 0) {
    const says2 = `was signed as ${quoteName(signedAs)}: names are case-sensitive`;
    return { ...altered(name, says2), mistake: "missing-parameter" };
  }
  const says = "arrived and was not signed: sign it, or do not send it";
  return canShow(name, [...Object.values(params), accessKeySecret]) ? { ...altered(name, says), mistake: "missing-parameter" } : { mistake: "missing-parameter", message: `a parameter that is not named here ${says}` };
}
function canShow(name, secrets) {
  if (COMMON.includes(name))
    return true;
  if (!/^[A-Za-z][\w.-]{0,63}$/.test(name))
    return false;
  for (let at = 0; at === 0 || at + PIECE <= name.length; at++) {
    const piece = name.slice(at, at + PIECE);
    if (secrets.some((text) => text.includes(piece)))
      return false;
  }
  return true;
}
function altered(parameter, says) {
  return {
    mistake: "altered-parameter",
    message: `the parameter ${quoteName(parameter)} ${says}`,
    parameter
  };
}
function unknown(message) {
  return { mistake: "unknown", message };
}
function readPairs2(query, expected = Infinity) {
  if (query === "")
    return [];
  const limit = Number.isFinite(expected) ? expected + MAX_MORE_PAIRS : void 0;
  return query.split("%26", limit).map((pair) => {
    const end = pair.indexOf("%3D");
    const name = end < 0 ? pair : pair.slice(0, end);
    return { name: decodeTwice(name) ?? "", value: end < 0 ? "" : pair.slice(end + 3) };
  });
}
var VERBS = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];

// sign/find-echo.js
var WORDS = /server\s{1,8}string\s{1,8}to\s{1,8}sign\s{1,8}is\s{0,8}:/gi;
var BARE2 = /^["'\s]{0,8}[A-Za-z]{0,16}&(?:%2F|\/)?&/i;
var END = /["'<>\\\s{}[\]`,;|]|[^\x20-\x7e]/g;
var MAX_ECHOES = 16;
var MAX_LINES = 2e5;
var TRAIL = /^[.:)]{1,8}$/;
function findEcho(serverMessage, ours) {
  let nearest;
  let reach = -1;
  for (const echo of listEchoes(unescapeText(serverMessage))) {
    if (echo.startsWith(ours) && TRAIL.test(echo.slice(ours.length, ours.length + 9)))
      return ours;
    const offset = findOffset(echo, ours);
    if (offset > reach || echo === ours)
      [nearest, reach] = [echo, offset];
    if (echo === ours)
      break;
  }
  return nearest;
}
function unescapeText(text) {
  return text.replace(/\\{1,8}u00([0-7][0-9a-f])/gi, (_, hex) => {
    return String.fromCharCode(Number.parseInt(hex, 16));
  }).replace(/&(?:amp;|#0*38;|#x0*26;){1,8}/gi, "&").replace(/&(?:lt|gt|quot|apos);/g, '"');
}
function* listEchoes(text) {
  const starts = [];
  for (const match of text.matchAll(WORDS)) {
    if (starts.push(match.index + match[0].length) >= MAX_ECHOES)
      break;
  }
  if (starts.length === 0 && BARE2.test(text))
    starts.push(text.search(/[A-Za-z&]/));
  for (const start of starts) {
    const first = start + text.slice(start, start + 64).search(/\S|$/);
    const end = findEnd(text, first);
    if (end > first)
      yield text.slice(first, end);
    const joined = joinLines(text, first);
    if (joined !== void 0)
      yield joined;
  }
}
function findEnd(text, start) {
  const end = new RegExp(END);
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}
function joinLines(text, start) {
  const lines = [];
  for (let at = start; lines.length < MAX_LINES; ) {
    const end = findEnd(text, at);
    if (end === at)
      break;
    lines.push(text.slice(at, end));
    if (text[end] !== "\r" && text[end] !== "\n")
      break;
    at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  return lines.length > 1 ? lines.join("") : void 0;
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

// sign/given-signature.js
var OTHER_HASHES = {
  16: "HMAC-MD5",
  32: "HMAC-SHA256",
  48: "HMAC-SHA384",
  64: "HMAC-SHA512"
};
var MAX_HEX = 128;
function readSignature(signature) {
  const text = signature.trim();
  if (text === "")
    return unreadable("the signature is empty: send the one that was computed");
  if (text.length > 512)
    return unreadable("the signature is too long to be one: it has 28 characters");
  const decoded = decodePercents(text);
  if (decoded === void 0)
    return unreadable("the signature is no base64: it has 28 characters");
  const bytes = readBytes(decoded.text);
  if (bytes?.length !== 20) {
    const hash = OTHER_HASHES[bytes?.length ?? 0];
    return unreadable(hash === void 0 ? "the signature is not base64 of 20 bytes, as HMAC-SHA1 gives: look how it was written" : `the signature is as long as one of ${hash}: sign with HMAC-SHA1`);
  }
  const base64 = encodeBase64(bytes);
  const flaw = findFlaw(decoded, base64);
  return flaw ? { base64, flaw } : { base64 };
}
function unreadable(says) {
  return { flaw: { mistake: "unknown", says } };
}
function decodePercents(text) {
  try {
    let decoded = { text, times: 0 };
    while (decoded.text.includes("%") && decoded.times < 4) {
      decoded = { text: decodeURIComponent(decoded.text), times: decoded.times + 1 };
    }
    return decoded;
  } catch {
    return void 0;
  }
}
function readBytes(text) {
  if (isHex(text))
    return readHex(text);
  const standard = text.replaceAll(" ", "+").replaceAll("-", "+").replaceAll("_", "/");
  const bare = standard.replace(/={1,2}$/, "");
  if (!/^[A-Za-z0-9+/]+$/.test(bare) || bare.length % 4 === 1)
    return void 0;
  const bytes = decodeBase64(bare.padEnd(Math.ceil(bare.length / 4) * 4, "="));
  const inner = bytes.length <= MAX_HEX ? String.fromCharCode(...bytes) : "";
  return isHex(inner) ? readHex(inner) : bytes;
}
function isHex(text) {
  const bytes = text.length / 2;
  return /^[0-9A-Fa-f]+$/.test(text) && (bytes === 20 || Object.hasOwn(OTHER_HASHES, bytes));
}
function readHex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
function findFlaw({ text, times }, base64) {
  if (text.includes(" ")) {
    return {
      mistake: "plus-for-space",
      says: "the + of the signature arrived as a space: percent-encode the signature on the wire"
    };
  }
  if (times > 1) {
    return {
      mistake: "encoded-thrice",
      says: "the signature was percent-encoded more than once: encode it once, for the wire"
    };
  }
  if (text === base64)
    return void 0;
  return {
    mistake: "altered-parameter",
    says: "the signature is not written in standard base64 with its padding: write it so"
  };
}

// sign/string-to-sign.js
function stringToSign(method, params) {
  return `${requireText(method, "method").toUpperCase()}&%2F&${percentEncode(canonicalize(params))}`;
}

// sign/signature.js
function encodeText(text) {
  return new TextEncoder().encode(text);
}

// sign/recognise.js
var MAX_HMACS = 4e3;
var MAX_BYTES = 536870912;
var MAX_MILLISECONDS_LENGTH = 16384;
async function recognise(request) {
  const { base64, flaw } = readSignature(request.signature);
  if (base64 === void 0) {
    return { mistake: "unknown", message: flaw?.says ?? "the signature cannot be read" };
  }
  const attempts = createAttempts(request, base64);
  const match = await search(request, attempts);
  if (!match)
    return { mistake: "unknown", message: attempts.describe() };
  return describeMatch(request.text, match, flaw);
}
function createAttempts({ accessKeySecret, hmac }, wanted) {
  const prepared = /* @__PURE__ */ new Map();
  let [hmacs, bytes] = [0, 0];
  const prepare = (key) => {
    const keyBytes = encodeText(key);
    const ready = prepared.get(key) ?? hmac.prepare?.(keyBytes) ?? ((text) => hmac(keyBytes, text));
    prepared.set(key, ready);
    return ready;
  };
  const isSpent = () => hmacs >= MAX_HMACS || bytes >= MAX_BYTES;
  return {
    isSpent,
    async fits({ key, text }) {
      const message = encodeText(joinText(text));
      hmacs++;
      bytes += message.length;
      const ready = prepare(key?.key ?? `${accessKeySecret}&`);
      return encodeBase64(await ready(message)) === wanted;
    },
    describe() {
      const more = isSpent() ? ", the commonest only" : "";
      return `none of ${hmacs} ways to sign these parameters with this secret gives the signature (keys, methods, encodings, parameters left out${more}): it was made with another secret, of other values, or in a way that is not known here; the gateway's message tells more`;
    }
  };
}
async function search(request, attempts) {
  for (const candidate of listCandidates(request)) {
    if (attempts.isSpent())
      return void 0;
    if (await attempts.fits(candidate))
      return candidate;
  }
  return void 0;
}
function* listCandidates(request) {
  const { accessKeySecret, params, text } = request;
  const keys = listKeyVariants(accessKeySecret, params["AccessKeyId"]);
  yield { variants: [], text };
  for (const key of keys)
    if (!key.isRare)
      yield { key, variants: [], text };
  const frequent = [];
  for (const variant of listSingles(request)) {
    const made = variant.apply(text);
    if (isSame(made, text))
      continue;
    yield { variants: [variant], text: made };
    if (!variant.isRare)
      frequent.push(variant);
  }
  for (const key of keys)
    if (key.isRare)
      yield { key, variants: [], text };
  for (const key of keys) {
    if (key.isRare)
      continue;
    for (const variant of frequent)
      yield { key, variants: [variant], text: variant.apply(text) };
  }
  yield* listPairs(text, frequent);
  if (text.query.length > MAX_MILLISECONDS_LENGTH)
    return;
  for (const variant of listMilliseconds(params, text.query)) {
    yield { variants: [variant], text: variant.apply(text) };
  }
}
function* listSingles({ params, text }) {
  const methods = listMethodVariants(text.method);
  yield* methods.filter(({ isRare }) => !isRare);
  yield* listTextVariants();
  yield* listParamVariants(params, text.query);
  yield* methods.filter(({ isRare }) => isRare);
}
function* listPairs(text, variants) {
  for (const [at, b] of variants.entries()) {
    for (const a of variants.slice(0, at)) {
      if (a.group === b.group)
        continue;
      const isInOrder = GROUPS.indexOf(a.group) < GROUPS.indexOf(b.group);
      const [first, second] = isInOrder ? [a, b] : [b, a];
      const once = first.apply(text);
      const twice = second.apply(once);
      if (!isSame(once, twice))
        yield { variants: [a, b], text: twice };
    }
  }
}
function isSame(a, b) {
  return a.method === b.method && a.path === b.path && a.query === b.query;
}
function describeMatch(right, { key, text, variants }, flaw) {
  const [first] = variants;
  const parts = [...variants, ...key ? [key] : [], ...flaw ? [flaw] : []];
  const [named] = parts;
  if (!named) {
    return {
      mistake: "none",
      message: "the signature is right for these parameters and this secret: check that these are sent"
    };
  }
  const message = parts.map(({ says }) => says).join("; and ");
  if (!first) {
    return { mistake: named.mistake, message, ...key ? {} : { parameter: "Signature" } };
  }
  const offset = findOffset(joinText(right), joinText(text));
  const parameter = first.parameter === true ? findParameter(joinText(right), offset) : first.parameter;
  return {
    mistake: first.mistake,
    message,
    ...parameter === void 0 ? {} : { parameter },
    offset
  };
}

// sign/explain.js
async function explain(options, hmac) {
  checkOptions(options);
  const explanation = await findMistake(options, hmac);
  const { parameter, ...unnamed } = explanation;
  return parameter === void 0 || isName(parameter) ? explanation : unnamed;
}
async function findMistake(options, hmac) {
  const { accessKeySecret, method, params, serverMessage, signature } = options;
  const ours = stringToSign(method, params);
  const text = splitText(ours, method);
  const recogniseGiven = (given) => recognise({ text, params, accessKeySecret, signature: given, hmac });
  const echo = serverMessage === void 0 ? void 0 : findEcho(serverMessage, ours);
  if (echo === void 0) {
    return signature === void 0 ? { mistake: "unknown", message: NO_ECHO } : checkTimestamp(await recogniseGiven(signature), params);
  }
  if (echo !== ours)
    return explainDifference({ text, params, accessKeySecret }, echo);
  const sent = signature ?? params["Signature"];
  if (sent === void 0)
    return { mistake: "wrong-secret", message: SAME_TEXT };
  const recognised = await recogniseGiven(sent);
  const { mistake } = recognised;
  const isReadable = readSignature(sent).base64 !== void 0;
  if (mistake !== "none" && (mistake !== "unknown" || !isReadable))
    return recognised;
  return { mistake: "wrong-secret", message: mistake === "none" ? SAME_TEXT : OTHER_TEXT };
}
var NO_ECHO = "the message holds no string to sign of the gateway: give its whole answer, or the signature";
var SAME_TEXT = "the gateway signed the same text, so the AccessKeySecret is wrong or belongs to another AccessKeyId: take the secret of this key";
var OTHER_TEXT = "the gateway signed the right text, so the AccessKeySecret is wrong or belongs to another AccessKeyId, or the signature was made of another text: take the secret of this key, and compare what was signed";
function checkOptions(options) {
  check(isObject(options), "options", "object", options);
  const { accessKeySecret, serverMessage, signature } = options;
  requireText(accessKeySecret, "accessKeySecret");
  for (const [name, value] of Object.entries({ serverMessage, signature })) {
    check(value === void 0 || typeof value === "string", name, "string", value);
  }
  if (serverMessage === void 0 && signature === void 0) {
    throw new TypeError('"serverMessage" or "signature" expected, got neither');
  }
}
function splitText(text, method) {
  const parts = { method: method.toUpperCase(), path: "%2F", query: "" };
  return { ...parts, query: text.slice(joinText(parts).length) };
}
function checkTimestamp(explanation, params) {
  const { mistake, message } = explanation;
  const parameter = findTimestamp(params);
  const value = parameter === void 0 ? "" : params[parameter] ?? "";
  if (parameter === void 0 || cutFraction(value) === value)
    return explanation;
  if (mistake !== "none" && mistake !== "unknown")
    return explanation;
  const says = `the parameter ${quoteName(parameter)} has milliseconds: cut them`;
  return {
    mistake: "milliseconds",
    message: mistake === "none" ? says : `${says}; and ${message}`,
    parameter
  };
}
export {
  explain
};
