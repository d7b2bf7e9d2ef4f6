import { printable } from './output.js';
/** Writes a log entry for people; the entry holds no contents, so neither does the line. */
export function writeRequestLine(entry, { paint }) {
    const { action, atEpochMs, code, durationMs, fault, method, requestId, service, status } = entry;
    const time = new Date(atEpochMs).toISOString().slice(11, 19);
    const meaning = typeof code === 'number' ? `Code ${code}` : (code ?? 'no API answer');
    const parts = [
        paint('dim', time),
        printable(method).padEnd(4),
        paint(chooseStyle(entry), `${status ?? 'cut'}  ${printable(meaning)}`),
        printable(action ?? ''),
        printable(service ?? ''),
        writeBytes(entry.urlBytes + entry.bodyBytes),
        `${Math.round(durationMs)} ms`,
        fault === undefined ? '' : paint('yellow', `fault ${printable(fault)}`),
        paint('dim', requestId),
    ];
    return parts.filter((part) => part !== '').join('  ');
}
function chooseStyle({ code, status }) {
    if (status === undefined || status >= 400)
        return 'red';
    return code === 200 ? 'green' : 'yellow';
}
function writeBytes(bytes) {
    return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
