/**
 * Works on the items of a source, so many at once, and yields what comes of them.
 *
 * @module
 */

/** How a pool works. */
export interface PoolOptions<T, R> {
  /** Any iterable; it is asked for one item at a time. */
  readonly source: AsyncIterable<T> | Iterable<T | Promise<T>>
  /**
   * Begins the work on an item; undefined when there is none to do. What it throws, or rejects with,
   * stops the pool. A result of undefined is not yielded.
   */
  readonly begin: (item: T) => Promise<R | undefined> | undefined
  readonly concurrency: number
  /** Whether results keep the order of the source. */
  readonly isOrdered: boolean
}

/** A pool of work under way. */
export interface Pool<R> {
  /**
   * Yields the results, until the source has ended and all work is done; then throws what stopped
   * it, if anything did. Stops, and waits for what is under way, when its consumer leaves early.
   */
  readonly results: () => AsyncGenerator<R, void>
  /** Begins nothing more. */
  readonly stop: () => void
  /** Begins nothing more, and throws in the end. */
  readonly fail: (error: unknown) => void
}

/** Results that wait for the consumer or for a slower one before them, per worker. */
const HELD_PER_WORKER = 4

/** A result, in its place. */
interface Slot<R> {
  isReady: boolean
  value: R | undefined
}

/** A pool, and how far it is. */
interface State<T, R> {
  readonly options: PoolOptions<T, R>
  readonly puller: Puller<T>
  /** Results that wait to be yielded; ordered, also those that are not there yet. */
  readonly slots: Slot<R>[]
  readonly running: Set<Promise<void>>
  /** The source owes an item. */
  isPulling: boolean
  /** Nothing more is begun. */
  isOver: boolean
  /** Items begun whose results are not yielded yet. */
  held: number
  failure: { readonly error: unknown } | undefined
  /** Tells the consumer's side that something has changed. */
  wake: () => void
}

/** Creates a pool, which begins when its results are asked for. */
export function createPool<T, R>(options: PoolOptions<T, R>): Pool<R> {
  const state: State<T, R> = {
    options,
    puller: createPuller(options.source),
    slots: [],
    running: new Set(),
    isPulling: false,
    isOver: false,
    held: 0,
    failure: undefined,
    wake() {},
  }
  return {
    results: () => yieldResults(state),
    stop: () => stop(state),
    fail: (error) => fail(state, error),
  }
}

async function* yieldResults<T, R>(state: State<T, R>): AsyncGenerator<R, void> {
  const { puller, running, slots } = state
  try {
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        state.wake = resolve
      })
      pull(state)
      for (const value of takeReady(slots)) {
        state.held--
        if (value !== undefined) yield value
        pull(state)
      }
      if (state.isOver && running.size === 0 && slots.length === 0) break
      await woken
    }
    if (state.failure) throw state.failure.error
  } finally {
    state.isOver = true
    await Promise.all(running)
    await puller.close(state.isPulling)
  }
}

function stop<T, R>(state: State<T, R>): void {
  state.isOver = true
  state.wake()
}

function fail<T, R>(state: State<T, R>, error: unknown): void {
  state.failure ??= { error }
  stop(state)
}

/** Asks the source for an item, if somebody is free to work on it. */
function pull<T, R>(state: State<T, R>): void {
  const { held, isOver, isPulling, options, puller, running } = state
  const { concurrency } = options
  const isFull = running.size >= concurrency || held >= concurrency * HELD_PER_WORKER
  if (isPulling || isOver || isFull) return
  state.isPulling = true
  puller.next().then(
    (step) => take(state, step),
    (error: unknown) => fail(state, error),
  )
}

function take<T, R>(state: State<T, R>, { done, value }: IteratorResult<T, undefined>): void {
  state.isPulling = false
  // What is pulled after the end is dropped: it was not begun.
  if (state.isOver) return
  if (done) return stop(state)
  try {
    start(state, state.options.begin(value))
  } catch (error) {
    return fail(state, error)
  }
  pull(state)
}

function start<T, R>(state: State<T, R>, work: Promise<R | undefined> | undefined): void {
  if (!work) return
  const { options, running, slots } = state
  const slot: Slot<R> = { isReady: false, value: undefined }
  state.held++
  if (options.isOrdered) slots.push(slot)
  const finish = (value?: R): void => {
    slot.value = value
    slot.isReady = true
    if (!options.isOrdered) slots.push(slot)
    running.delete(done)
    pull(state)
    state.wake()
  }
  const done: Promise<void> = work.then(finish, (error: unknown) => {
    fail(state, error)
    finish()
  })
  running.add(done)
}

/** Takes results off the front for as long as they are there. */
function* takeReady<R>(slots: Slot<R>[]): Generator<R | undefined, void> {
  while (slots[0]?.isReady) yield slots.shift()?.value
}

/** A source that is asked item by item. */
interface Puller<T> {
  readonly next: () => Promise<IteratorResult<T, undefined>>
  /** Lets go of a source that has more. One that still owes an item may owe it forever. */
  readonly close: (isOwed: boolean) => Promise<void>
}

function createPuller<T>(source: PoolOptions<T, unknown>['source']): Puller<T> {
  let iterator: AsyncIterator<T> | Iterator<T | Promise<T>> | undefined
  let isDone = false
  return {
    async next() {
      try {
        iterator ??=
          Symbol.asyncIterator in source
            ? source[Symbol.asyncIterator]()
            : source[Symbol.iterator]()
        const step = await iterator.next()
        isDone = step.done === true
        return step.done
          ? { done: true, value: undefined }
          : { done: false, value: await step.value }
      } catch (error) {
        isDone = true
        throw error
      }
    },
    async close(isOwed) {
      if (isDone) return
      isDone = true
      const closing = (async () => iterator?.return?.())()
      closing.catch(() => {})
      // A source that fails to close changes no result.
      if (!isOwed) await closing.catch(() => {})
    },
  }
}
