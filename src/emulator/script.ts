/**
 * The answers that a test queued, and where each is taken.
 *
 * @module
 */
import { createDraw } from './draw.ts'
import type { DrawOptions } from './draw.ts'
import { readScripted } from './scripted.ts'
import type { Scripted, ScriptedAnswer } from './scripted.ts'

/** The answers that wait for their calls. */
export interface Script {
  /** Queues answers. */
  readonly add: (answers: readonly Scripted[]) => void
  /** Takes what this call is to meet on its way; `face` and `business` alone wait for the service. */
  readonly takeOnArrival: () => ScriptedAnswer | undefined
  /** Takes what the service is to answer. */
  readonly takeInService: (isFace: boolean) => ScriptedAnswer | undefined
  /** Forgets the queue and starts the draw anew. */
  readonly reset: () => void
}

/** Creates an empty script; calls that find nothing in it draw from the faults. */
export function createScript(faults: DrawOptions): Script {
  const queue: ScriptedAnswer[] = []
  let draw = createDraw(faults)
  return {
    add: (answers) => void queue.push(...answers.map((answer) => readScripted(answer, 'script'))),
    takeOnArrival: () => (queue[0] && !isForService(queue[0]) ? queue.shift() : draw()),
    takeInService(isFace) {
      const [head] = queue
      return head && isForService(head) && (isFace || !head.face) ? queue.shift() : undefined
    },
    reset() {
      queue.length = 0
      draw = createDraw(faults)
    },
  }
}

function isForService({ face, business, ...way }: ScriptedAnswer): boolean {
  return (face !== undefined || business !== undefined) && Object.keys(way).length === 0
}
