/** How late this machine's timers come while the rows run: nobody can space what it sends better. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 10

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })

/** Starts to watch. */
export function watchLateness() {
  histogram.enable()
}

/** The latest that a timer came, in milliseconds. */
export function readLateness() {
  return Math.max(Math.round(histogram.max / 1e6) - RESOLUTION_MS, 0)
}
