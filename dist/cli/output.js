/**
 * Prints lines and rows: colour on a terminal only, and no control character of a stranger's.
 *
 * @module
 */
import { readVariable } from './environment.js';
import { readErrorCode } from './system-error.js';
/** SGR parameters: ECMA-48 section 8.3.117. */
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };
/**
 * Creates a printer for a stream of the process.
 *
 * @param stream - Standard output or standard error.
 * @param onLost - Is told once, with the system's code, that not all was taken. A reader that went
 *   away (`| head`) is no failure of the command.
 */
export function createPrinter(stream, onLost = () => { }) {
    let isLost = false;
    stream.on('error', (error) => {
        const code = readErrorCode(error) ?? 'unknown';
        if (isLost || code === 'EPIPE')
            return;
        isLost = true;
        onLost(code);
    });
    // `isTTY` is missing, not false, when a stream is no terminal.
    const isTerminal = stream.isTTY === true;
    const isPlain = readVariable('NO_COLOR') !== undefined || readVariable('TERM') === 'dumb';
    const isColoured = isTerminal && !isPlain;
    let isRemarked = false;
    const erase = () => {
        if (isRemarked)
            stream.write('\r\u001B[2K');
        isRemarked = false;
    };
    return {
        isTerminal,
        line(text = '') {
            erase();
            stream.write(`${text}\n`);
        },
        remark(text) {
            if (!isColoured)
                return () => { };
            erase();
            // What goes on in the next line could not be taken back.
            const { columns } = stream;
            stream.write(`\u001B[2m${columns > 0 ? text.slice(0, columns - 1) : text}\u001B[0m`);
            isRemarked = true;
            return erase;
        },
        paint: (style, text) => (isColoured ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text),
    };
}
/** Prints labels in one column and their texts in the next. */
export function printRows(printer, rows) {
    const width = Math.max(...rows.map(([label]) => label.length));
    for (const [label, text] of rows) {
        printer.line(`  ${printer.paint('dim', label.padEnd(width))}  ${text}`.trimEnd());
    }
}
/** Prints a value as exactly one line of JSON, whatever characters its texts hold. */
export function printJson(printer, value) {
    const escape = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    printer.line(JSON.stringify(value).replace(/[\u007F-\u009F\u2028\u2029]/g, escape));
}
/** Takes the characters out of a text that could move a terminal's cursor or reorder a line. */
export function printable(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
