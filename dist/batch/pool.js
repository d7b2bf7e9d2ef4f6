/* @ts-self-types="./pool.d.ts" */
/**
 * Works on the items of a source, so many at once, and yields what comes of them.
 *
 * @module
 */
/** Results that wait for the consumer or for a slower one before them, per worker. */
const HELD_PER_WORKER = 4;
/** Creates a pool, which begins when its results are asked for. */
export function createPool(options) {
    const state = {
        options,
        puller: createPuller(options.source),
        slots: [],
        running: new Set(),
        isPulling: false,
        isOver: false,
        held: 0,
        failure: undefined,
        wake() { },
    };
    return {
        results: () => yieldResults(state),
        stop: () => stop(state),
        fail: (error) => fail(state, error),
    };
}
async function* yieldResults(state) {
    const { puller, running, slots } = state;
    try {
        for (;;) {
            const woken = new Promise((resolve) => {
                state.wake = resolve;
            });
            pull(state);
            for (const value of takeReady(slots)) {
                state.held--;
                if (value !== undefined)
                    yield value;
                pull(state);
            }
            if (state.isOver && running.size === 0 && slots.length === 0)
                break;
            await woken;
        }
        if (state.failure)
            throw state.failure.error;
    }
    finally {
        state.isOver = true;
        await Promise.all(running);
        await puller.close(state.isPulling);
    }
}
function stop(state) {
    state.isOver = true;
    state.wake();
}
function fail(state, error) {
    state.failure ??= { error };
    stop(state);
}
/** Asks the source for an item, if somebody is free to work on it. */
function pull(state) {
    const { held, isOver, isPulling, options, puller, running } = state;
    const { concurrency } = options;
    const isFull = running.size >= concurrency || held >= concurrency * HELD_PER_WORKER;
    if (isPulling || isOver || isFull)
        return;
    state.isPulling = true;
    puller.next().then((step) => take(state, step), (error) => fail(state, error));
}
function take(state, { done, value }) {
    state.isPulling = false;
    // What is pulled after the end is dropped: it was not begun.
    if (state.isOver)
        return;
    if (done)
        return stop(state);
    try {
        start(state, state.options.begin(value));
    }
    catch (error) {
        return fail(state, error);
    }
    pull(state);
}
function start(state, work) {
    if (!work)
        return;
    const { options, running, slots } = state;
    const slot = { isReady: false, value: undefined };
    state.held++;
    if (options.isOrdered)
        slots.push(slot);
    const finish = (value) => {
        slot.value = value;
        slot.isReady = true;
        if (!options.isOrdered)
            slots.push(slot);
        running.delete(done);
        pull(state);
        state.wake();
    };
    const done = work.then(finish, (error) => {
        fail(state, error);
        finish();
    });
    running.add(done);
}
/** Takes results off the front for as long as they are there. */
function* takeReady(slots) {
    while (slots[0]?.isReady)
        yield slots.shift()?.value;
}
function createPuller(source) {
    let iterator;
    let isDone = false;
    return {
        async next() {
            try {
                iterator ??=
                    Symbol.asyncIterator in source
                        ? source[Symbol.asyncIterator]()
                        : source[Symbol.iterator]();
                const step = await iterator.next();
                isDone = step.done === true;
                return step.done
                    ? { done: true, value: undefined }
                    : { done: false, value: await step.value };
            }
            catch (error) {
                isDone = true;
                throw error;
            }
        },
        async close(isOwed) {
            if (isDone)
                return;
            isDone = true;
            const closing = (async () => iterator?.return?.())();
            closing.catch(() => { });
            // A source that fails to close changes no result.
            if (!isOwed)
                await closing.catch(() => { });
        },
    };
}
