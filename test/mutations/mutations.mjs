/**
 * Ten mistakes as exact replacements in the sources, each of which the contract suite must see.
 * A replacement whose text is not found exactly once is a failure: the code has moved on.
 */

/** Each mutation: its name, and its edits as [file, text, replacement]. */
export const mutations = [
  {
    name: 'skip double encoding',
    edits: [
      ['src/sign/string-to-sign.ts', 'percentEncode(canonicalize(params))', 'canonicalize(params)'],
    ],
  },
  {
    name: 'sort by locale',
    edits: [
      ['src/sign/canonicalize.ts', 'compareBytes(a, b))', 'a.localeCompare(b))'],
      [
        'src/sign/encode-form.ts',
        'names.sort(compareBytes)',
        'names.sort((a, b) => a.localeCompare(b))',
      ],
    ],
  },
  {
    name: 'keep milliseconds',
    edits: [['src/codec/time.ts', '.toISOString().slice(0, 19)}Z`', '.toISOString()}`']],
  },
  {
    name: 'drop empty values',
    edits: [
      [
        'src/sign/canonicalize.ts',
        ".filter(([name]) => name !== 'Signature')",
        ".filter(([name, value]) => name !== 'Signature' && value !== '')",
      ],
      [
        'src/sign/encode-form.ts',
        ".filter((name) => name !== 'Signature')",
        ".filter((name) => name !== 'Signature' && params[name] !== '')",
      ],
    ],
  },
  {
    name: 'reuse nonce',
    edits: [
      ['src/request.ts', 'SignatureNonce: nonce,', 'SignatureNonce: (globalThis.first ??= nonce),'],
    ],
  },
  {
    name: 'trust `passed` alone',
    edits: [
      [
        'src/saf/face-verify.ts',
        "retCode === 'OK_SUCCESS' ? decide(passed, result, faceAttack) : 'inconclusive'",
        "passed === undefined ? 'inconclusive' : passed ? 'pass' : 'mismatch'",
      ],
    ],
  },
  {
    name: 'follow redirects',
    edits: [['src/transport/index.ts', "redirect: 'manual'", "redirect: 'follow'"]],
  },
  {
    name: 'stop the deadline at headers',
    edits: [['src/transport/index.ts', '  onHeaders?.()\n', '  deadline.disarm()\n']],
  },
  {
    name: 'log a photo',
    edits: [
      [
        'src/saf/photo.ts',
        '  checkJpeg(bytes, name)\n',
        '  checkJpeg(bytes, name)\n  console.debug(photo)\n',
      ],
    ],
  },
  {
    name: '`Math.random` nonce',
    edits: [
      [
        'src/platform/nonce.ts',
        'globalThis.crypto.getRandomValues(new Uint8Array(NONCE_BYTES))',
        'Uint8Array.from({ length: NONCE_BYTES }, () => Math.random() * 256)',
      ],
    ],
  },
]
