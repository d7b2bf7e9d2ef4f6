import { printable, printRows } from './output.js';
/** The decisions at a glance. */
const DECISIONS = {
    pass: ['green', '✓ PASSED', 'the same person, and no attack suspected'],
    mismatch: ['red', '✗ NOT PASSED', 'another person'],
    attack: ['red', '✗ NOT PASSED', 'an attack is suspected: a replay or a mask'],
    inconclusive: ['yellow', '✗ NOT PASSED', 'nothing was decided'],
};
/** Why nothing was decided (`spec/saf-api.md` section 1.4). */
const REASONS = {
    PROCESSING: 'a photo could not be read: take it again',
    UNABLE_GET_IMAGE: 'the service could not get at its reference data',
    SYSTEM_ERROR: 'the service failed',
};
/** Prints a verdict as a headline and its details. */
export function printVerdict(printer, verdict, { source, tookMs }) {
    const { decision, faceAttack, requestId, retCode, retCodeSub, score } = verdict;
    const [style, headline, meaning] = DECISIONS[decision];
    const reason = decision === 'inconclusive' && Object.hasOwn(REASONS, retCode) && REASONS[retCode];
    printer.line(`${printer.paint(style, printer.paint('bold', headline))}  ${reason || meaning}`);
    const rows = [
        ['decision', decision],
        ['score', score === undefined ? 'none' : `${score} of 100`],
        ['faceAttack', faceAttack === undefined ? 'unknown' : faceAttack ? 'yes' : 'no'],
        ['retCode', `${printable(retCode) || 'none'}${retCodeSub && ` (${printable(retCodeSub)})`}`],
        ['requestId', printable(requestId) || 'none'],
        ['answered by', `${source}, in ${(tookMs / 1000).toFixed(1)} s`],
    ];
    printRows(printer, rows);
}
