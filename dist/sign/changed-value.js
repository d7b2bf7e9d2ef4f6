/* @ts-self-types="./changed-value.d.ts" */
import { cutFraction } from './mistaken-params.js';
/** The first row that holds is the answer, so the narrower ones come first. */
const ROWS = [
    [
        'milliseconds',
        'was signed and sent with different fractions of a second: cut them once, before signing',
        (signed, arrived) => cutFraction(signed) === cutFraction(arrived),
    ],
    [
        'plus-for-space',
        'arrived with + and space exchanged: percent-encode a space as %20 and a + as %2B',
        (signed, arrived) => signed.replaceAll('+', ' ') === arrived.replaceAll('+', ' '),
    ],
    [
        'star-or-tilde',
        'arrived with * or ~ still encoded: encode the value once, * as %2A, and leave ~ alone',
        (signed, arrived) => decodeMarks(signed) === decodeMarks(arrived),
    ],
    [
        'encoded-thrice',
        'arrived percent-encoded: it was encoded once too often when it was sent',
        (signed, arrived) => isEncoded(arrived, signed),
    ],
    [
        'encoded-once',
        'was signed percent-encoded and arrived decoded: sign the raw value, and encode it to send it',
        (signed, arrived) => isEncoded(signed, arrived),
    ],
    ['altered-parameter', 'arrived empty: look how it is sent', (_, arrived) => arrived === ''],
    ['altered-parameter', 'was signed empty: sign what is sent', (signed) => signed === ''],
    [
        'altered-parameter',
        'was cut at a & or # that was not percent-encoded: encode the value when it is sent',
        (signed, arrived) => signed.startsWith(arrived) && '&#'.includes(signed.charAt(arrived.length)),
    ],
    [
        'altered-parameter',
        'arrived with other white space around it or other line breaks: send what was signed',
        (signed, arrived) => unifySpace(signed) === unifySpace(arrived),
    ],
    [
        'altered-parameter',
        'arrived in another Unicode form: send what was signed',
        (signed, arrived) => signed.normalize('NFC') === arrived.normalize('NFC'),
    ],
    [
        'altered-parameter',
        'arrived in another character set: send it as UTF-8',
        (signed, arrived) => arrived.includes('\uFFFD') && !signed.includes('\uFFFD'),
    ],
    [
        'altered-parameter',
        'arrived as JSON that was written anew: send the very text that was signed',
        isSameJson,
    ],
];
/** Says how a value changed; the two differ. */
export function explainValue(signed, arrived) {
    const row = ROWS.find(([, , isIt]) => isIt(signed, arrived));
    return row
        ? { mistake: row[0], says: row[1] }
        : { mistake: 'altered-parameter', says: 'arrived with another value: send what was signed' };
}
function decodeMarks(text) {
    return text.replace(/%(?:25)*(2A|7E)/gi, (_, hex) => (hex.startsWith('2') ? '*' : '~'));
}
/** Tells whether decoding the one, as a path or as a form, gives the other. */
function isEncoded(encoded, raw) {
    if (!encoded.includes('%'))
        return false;
    try {
        const once = decodeURIComponent(encoded);
        return (once === raw ||
            decodeURIComponent(encoded.replaceAll('+', '%20')) === raw ||
            decodeURIComponent(once) === raw);
    }
    catch {
        return false;
    }
}
function unifySpace(text) {
    return text.replaceAll('\r\n', '\n').trim();
}
function isSameJson(signed, arrived) {
    if (!/^\s*[[{]/.test(signed))
        return false;
    try {
        return JSON.stringify(JSON.parse(signed)) === JSON.stringify(JSON.parse(arrived));
    }
    catch {
        return false;
    }
}
