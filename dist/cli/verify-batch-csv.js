/**
 * Reads pairs from CSV, with csv-parse. The only file that imports it.
 *
 * @module
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream';
import { UsageError } from './arguments.js';
import { readErrorCode } from './system-error.js';
import { COLUMNS } from './verify-batch-row.js';
/** More than two paths and an id: a quote that is not closed does not eat the whole file. */
const MAX_ROW_BYTES = 65_536;
/**
 * Reads the rows of a CSV file by the names in its first line, in lower case. Separated by commas,
 * semicolons or tabs: what comes first in the first line.
 *
 * @throws UsageError for what is no CSV, with the line; the system's error.
 */
export async function* readCsv(path) {
    const parse = await loadParser();
    const delimiter = await findDelimiter(path);
    const parser = parse({
        bom: true,
        columns: readColumns,
        delimiter,
        info: true,
        max_record_size: MAX_ROW_BYTES,
        skip_empty_lines: true,
        trim: true,
    });
    // Nothing is waited for before it has a listener: else its first error would end the process.
    const file = createReadStream(path);
    finished(file, (error) => {
        if (error)
            parser.destroy(error);
    });
    try {
        for await (const parsed of file.pipe(parser)) {
            // why: `info` makes it so
            const { record, info } = parsed;
            yield { line: info.lines, fields: record };
        }
    }
    catch (error) {
        throw explain(error);
    }
    finally {
        file.destroy();
    }
}
/** CSV needs a package, and only CSV does: NDJSON and everything else runs without. */
async function loadParser() {
    try {
        return (await import('csv-parse')).parse;
    }
    catch {
        throw new UsageError('CSV needs the package csv-parse, which is not installed', 'install it beside saf-edge, or give the pairs as NDJSON');
    }
}
/** Of two columns of one name, the parser would take the last: perhaps the wrong photo. */
function readColumns(names) {
    const columns = names.map((name) => name.trim().toLowerCase());
    const twice = COLUMNS.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
    if (twice === undefined)
        return columns;
    throw new UsageError(`line 1 has the column ${twice} twice`, 'leave one of them out');
}
async function findDelimiter(path) {
    const handle = await open(path);
    try {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(1024), 0, 1024, 0);
        const [head = ''] = new TextDecoder().decode(buffer.subarray(0, bytesRead)).split(/[\r\n]/);
        return /[,;\t]/.exec(head)?.[0] ?? ',';
    }
    finally {
        await handle.close();
    }
}
/** The parser's errors name the line, and their code says what is wrong. */
function explain(error) {
    if (!(error instanceof Error && 'lines' in error))
        return error;
    const code = readErrorCode(error) ?? '';
    const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : 'is no CSV';
    return new UsageError(`line ${String(error.lines)} ${reason}`, 'mend the file, and try again');
}
const REASONS = {
    CSV_INVALID_CLOSING_QUOTE: 'has a quote in the middle of a field: double it',
    CSV_MAX_RECORD_SIZE: 'starts a row of more than 64 KiB: is a quote not closed?',
    CSV_QUOTE_NOT_CLOSED: 'has a quote that is not closed',
    CSV_RECORD_INCONSISTENT_COLUMNS: 'has more or fewer fields than the first line',
    INVALID_OPENING_QUOTE: 'has a quote in the middle of a field: quote all of it',
};
