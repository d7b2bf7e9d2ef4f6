/**
 * `saf-edge verify-batch`: thousands of pairs in, a file of verdicts out; no pair is called twice.
 *
 * @module
 */
import { verifyFaces } from '../batch/index.js';
import { quote } from '../sign/core.js';
import { UsageError } from './arguments.js';
import { EXIT } from './command.js';
import { KEY_VARIABLES } from './environment.js';
import { onStop } from './stop.js';
import { GOES_ON, openJournal, StorageError } from './verify-batch-journal.js';
import { BATCH_OPTIONS, readPlan } from './verify-batch-options.js';
import { createVerdictFile, prepareVerdictFile } from './verify-batch-out.js';
import { count, countDone, createProgress, describePairs, printEnding, startTally, } from './verify-batch-report.js';
import { countPairs, readPairs } from './verify-batch-source.js';
import { createClient, explainRefusal } from './verify-client.js';
/** The command. */
export const verifyBatch = {
    name: 'verify-batch',
    summary: 'compare many pairs of photos; survives a crash without paying twice',
    synopsis: 'verify-batch <pairs.csv|pairs.ndjson> --out <file> [options]',
    options: BATCH_OPTIONS,
    sections: [
        [
            'Columns, in the first line of a CSV file or the names of each object',
            [
                ['id', 'tells the pair from all others; it is written to the journal: no name of a person'],
                ['ref', "photo of the ID document: a JPEG, relative to the file's folder"],
                ['auth', 'photo of the live face: a JPEG'],
                ['resource_code', 'country, eight digits; may be left out with --resource-code'],
            ],
        ],
        [
            'Again',
            [
                ['', 'The same command goes on where an earlier one stopped, or was killed: it finds the'],
                ['', 'journal, and calls no pair again that was called. Only what was not executed runs'],
                ['', 'again. To verify a pair again on purpose, give it another id. After many calls in'],
                ['', 'a row without a verdict it stops by itself: find out why, and start it again.'],
            ],
        ],
        [
            'Environment',
            [
                [KEY_VARIABLES.accessKeyId, 'the access key'],
                [KEY_VARIABLES.accessKeySecret, 'its secret; never an option, since others can read those'],
                [KEY_VARIABLES.securityToken, 'the token, when the key is a temporary one'],
            ],
        ],
        [
            'Exit codes',
            [
                ['0', 'all passed'],
                ['1', 'some did not pass'],
                ['2', 'called wrongly, or a row is wrong: nothing was sent'],
                ['3', 'some have no verdict: they failed, or may have run'],
                ['130', 'interrupted: what was under way is in the journal'],
            ],
        ],
    ],
    run,
};
/** Why a batch is stopped on purpose. */
class StopError extends Error {
    name = 'StopError';
    /** What to do next. */
    next;
    constructor(message, next = GOES_ON) {
        super(message);
        this.next = next;
    }
}
const INTERRUPTED = 'interrupted';
const MEND = 'mend it, and try again';
/**
 * So many calls in a row without a verdict: the next ones would have none either. Of what may have
 * run, each is one more for a human, and none is called again.
 */
const MANY_IN_VAIN = 10;
async function run(argv, output) {
    const plan = await readPlan(argv);
    const saf = await makeClient(plan);
    const total = await countPairs(plan.pairs);
    const journal = await openJournal(plan.journal);
    const stopper = new AbortController();
    onStop(() => {
        const text = 'waiting for the calls under way (Ctrl+C again stops at once)';
        if (!output.isJson)
            output.err.line(`Stopping  ${text}`);
        stopper.abort(new StopError(INTERRUPTED));
    });
    try {
        await prepareVerdictFile(plan.out, journal.isNew);
        const batch = { plan, saf, journal, output, stopper, tally: startTally(total) };
        announce(batch);
        const ending = await verifyAll(batch);
        printEnding(output, ending);
        return readExitCode(ending);
    }
    finally {
        await journal.close();
    }
}
async function makeClient({ client, limiter }) {
    try {
        return await createClient(client, () => { }, limiter);
    }
    catch (error) {
        throw explainRefusal(error, client, 'saf-edge verify-batch');
    }
}
function announce({ journal, output, plan, tally }) {
    const { err, isJson } = output;
    if (isJson)
        return;
    const pairs = `${describePairs(tally.total)} of ${quote(plan.pairs.path)}`;
    err.line(`Verifying ${pairs}, asking ${plan.batch}`);
    if (journal.isNew)
        return;
    const text = `${quote(plan.journal)} has an earlier run: what was called is not called again`;
    err.line(`${err.paint('bold', 'Resuming')}  ${text}`);
}
async function verifyAll(batch) {
    const { output, plan, tally } = batch;
    const verdicts = createVerdictFile(plan.out);
    const progress = createProgress(output, tally);
    let stopped;
    try {
        await writeResults(batch, verdicts, progress.show);
    }
    catch (caught) {
        stopped = readReason(explainBatch(caught, plan), tally);
    }
    finally {
        progress.end();
        await verdicts.close().catch((error) => {
            stopped ??= readReason(error, tally);
        });
    }
    return { tally, out: plan.out, journal: plan.journal, stopped };
}
/**
 * Says why a batch stopped.
 *
 * @throws What is no reason to stop but a mistake: of ours, or of the user's before the first call.
 */
function readReason(error, tally) {
    if (error instanceof StopError || error instanceof StorageError) {
        return { reason: error.message, next: error.next };
    }
    const isStart = countDone(tally) === tally.restored;
    // Later, a file has changed meanwhile: then what was called is told.
    if (error instanceof UsageError && !isStart) {
        return { reason: error.message, next: `${error.hint}: ${GOES_ON}` };
    }
    throw error;
}
/** Writes the results as they come, until the pairs end or something stops it. */
async function writeResults({ journal, plan, saf, stopper, tally }, verdicts, show) {
    const { batch, concurrency, pairs } = plan;
    const { signal } = stopper;
    const options = { batch, concurrency, journal, signal };
    const { total } = tally;
    const source = (async function* () {
        // It is asked when all that the journal has is written.
        await verdicts.place();
        let listed = 0;
        for await (const pair of readPairs(pairs)) {
            listed++;
            yield pair;
        }
        const lost = `${quote(pairs.path)} has lost pairs meanwhile: it has ${listed} now`;
        if (listed < total)
            throw new UsageError(lost, MEND);
    })();
    let inVain = 0;
    for await (const result of verifyFaces(saf, source, options)) {
        count(tally, result);
        await verdicts.add(result);
        show();
        if (isOfItsOwn(result))
            continue;
        inVain = result.error ? inVain + 1 : 0;
        if (inVain < Math.max(MANY_IN_VAIN, 2 * concurrency))
            continue;
        const text = `${inVain} calls in a row gave no verdict (${result.error?.code})`;
        stopper.abort(new StopError(text, `find out why: then ${GOES_ON}`));
    }
}
/** Tells a result that says nothing of the next ones: an earlier run's, or for the pair's photos. */
function isOfItsOwn({ error, restored }) {
    return restored || ['ERR_INPUT', 'ERR_PHOTO'].includes(error?.code ?? '');
}
/** Names the files that the library's refusal knows by its own names. */
function explainBatch(error, { journal, pairs }) {
    if (!(error instanceof TypeError) || !/^"(journal|source)"/.test(error.message))
        return error;
    const message = error.message
        .replace(/^"journal"/, `the journal ${quote(journal)}`)
        .replace(/^"source"/, quote(pairs.path));
    const isJournal = error.message.startsWith('"journal"');
    return new UsageError(message, isJournal ? 'for another batch give another --out, or --journal: it calls all its pairs' : MEND);
}
function readExitCode({ stopped, tally }) {
    const { failed, unknown, 'not-passed': notPassed } = tally.counts;
    if (stopped?.reason === INTERRUPTED)
        return EXIT.interrupted;
    if (stopped !== undefined || failed + unknown > 0)
        return EXIT.failed;
    return notPassed > 0 ? EXIT.notPassed : EXIT.passed;
}
