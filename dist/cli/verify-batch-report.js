import { readElapsed } from '../core.js';
import { printable, printJson, printRows } from './output.js';
/** Troubles shown: enough to see a pattern. */
const MAX_TROUBLES = 5;
/** Milliseconds between two looks of a terminal, and between two lines elsewhere. */
const REDRAW_MS = 100;
const LINE_MS = 10_000;
/** Starts to count. */
export function startTally(total) {
    const counts = { passed: 0, 'not-passed': 0, failed: 0, unknown: 0 };
    const startedAtMs = readElapsed();
    return { total, counts, inconclusive: 0, resumable: 0, restored: 0, troubles: [], startedAtMs };
}
/** Counts a result. */
export function count(tally, result) {
    const { error, id, restored, status, verdict } = result;
    tally.counts[status]++;
    tally.total = Math.max(tally.total, countDone(tally));
    if (restored)
        tally.restored++;
    if (verdict?.decision === 'inconclusive')
        tally.inconclusive++;
    if (error?.outcome === 'not-executed')
        tally.resumable++;
    if (error && tally.troubles.length < MAX_TROUBLES)
        tally.troubles.push([id, error]);
}
/** Counts all that have a result. */
export function countDone({ counts }) {
    return Object.values(counts).reduce((sum, each) => sum + each, 0);
}
/** Shows the progress: one line that changes on a terminal, and now and then a line elsewhere. */
export function createProgress({ err, isJson }, tally) {
    // Where nothing is coloured, nothing can be taken back either.
    const isLive = err.paint('dim', 'x') !== 'x';
    let nextMs = readElapsed() + (isLive ? 0 : LINE_MS);
    let erase = () => { };
    return {
        show() {
            const nowMs = readElapsed();
            if (isJson || nowMs < nextMs)
                return;
            nextMs = nowMs + (isLive ? REDRAW_MS : LINE_MS);
            erase();
            const line = describeProgress(tally, nowMs);
            if (isLive)
                erase = err.remark(line);
            else
                err.line(line);
        },
        end: () => erase(),
    };
}
/** Describes how far it is, in less than 80 characters for batches of up to a million pairs. */
export function describeProgress(tally, nowMs) {
    const { counts, restored, startedAtMs, total } = tally;
    const done = countDone(tally);
    const perSecond = (done - restored) / Math.max((nowMs - startedAtMs) / 1000, 0.001);
    const left = perSecond > 0 ? ` ${describeSeconds((total - done) / perSecond)} left` : '';
    const percent = Math.floor((100 * done) / total);
    const { failed, passed, unknown, 'not-passed': notPassed } = counts;
    return (`${done}/${total} ${percent}% ${perSecond.toFixed(1)}/s${left}  ` +
        `passed ${passed} not ${notPassed} failed ${failed} unknown ${unknown}`);
}
/** Prints what it came to: on standard output, as one line of JSON where that is asked for. */
export function printEnding({ err, isJson, out }, ending) {
    const { tally } = ending;
    const { counts, inconclusive, restored, resumable, startedAtMs, total, troubles } = tally;
    const tookMs = Math.round(readElapsed() - startedAtMs);
    const { failed, passed, unknown, 'not-passed': notPassed } = counts;
    if (isJson) {
        const figures = {
            total,
            passed,
            notPassed,
            inconclusive,
            failed,
            unknown,
            resumable,
            restored,
            tookMs,
        };
        const { journal, out: verdicts, stopped } = ending;
        printJson(out, { ...figures, out: verdicts, journal, stopped: stopped?.reason });
        return;
    }
    const rows = troubles.map(([id, { code, message }]) => {
        return [printable(id), `${code}: ${printable(message)}`];
    });
    if (rows.length > 0) {
        err.line(`Without a verdict${failed + unknown > rows.length ? `, the first ${rows.length}` : ''}`);
        printRows(err, rows);
    }
    const [style, headline] = readHeadline(ending);
    out.line(`${out.paint(style, out.paint('bold', headline))}  ${describeTotal(ending)}`);
    const again = resumable > 0 ? `; not executed, and called by the same command: ${resumable}` : '';
    const paid = failed - resumable;
    const spent = paid > 0 ? `; may be billed, and not called again: ${paid}` : '';
    const human = unknown > 0 ? '; may have run: find out, they are not called again' : '';
    printRows(out, [
        ['passed', String(passed)],
        ['not passed', `${notPassed}${inconclusive > 0 ? `; nothing decided: ${inconclusive}` : ''}`],
        ['failed', `${failed}${again}${spent}`],
        ['unknown', `${unknown}${human}`],
        ['verdicts', ending.out],
        ['journal', `${ending.journal}${restored > 0 ? `; results from before: ${restored}` : ''}`],
        ['took', describeSeconds(tookMs / 1000)],
    ]);
}
function readHeadline({ stopped, tally }) {
    const { counts } = tally;
    if (stopped !== undefined)
        return ['yellow', '✗ Stopped'];
    if (counts.failed + counts.unknown > 0)
        return ['yellow', '✗ Done, not all have a verdict'];
    return counts['not-passed'] > 0 ? ['yellow', '✓ Done'] : ['green', '✓ All passed'];
}
function describeTotal({ stopped, tally }) {
    const { total } = tally;
    if (stopped === undefined)
        return describePairs(total);
    const { next, reason } = stopped;
    return `${reason}; ${countDone(tally)} of ${describePairs(total)} have a result; ${next}`;
}
/** `1 pair`, `2 pairs`. */
export function describePairs(pairs) {
    return pairs === 1 ? '1 pair' : `${pairs} pairs`;
}
/** `12 s`, `3:05`, `1:02:03`. */
function describeSeconds(seconds) {
    const whole = Math.ceil(seconds);
    if (whole < 60)
        return `${whole} s`;
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    const pad = (part) => String(part).padStart(2, '0');
    return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}
