/* @ts-self-types="./script.d.ts" */
/**
 * The answers that a test queued, and where each is taken.
 *
 * @module
 */
import { createDraw } from './draw.js';
import { readScripted } from './scripted.js';
/** Creates an empty script; calls that find nothing in it draw from the faults. */
export function createScript(faults) {
    const queue = [];
    let draw = createDraw(faults);
    return {
        add: (answers) => void queue.push(...answers.map((answer) => readScripted(answer, 'script'))),
        takeOnArrival: () => (queue[0] && !isForService(queue[0]) ? queue.shift() : draw()),
        takeInService(isFace) {
            const [head] = queue;
            return head && isForService(head) && (isFace || !head.face) ? queue.shift() : undefined;
        },
        reset() {
            queue.length = 0;
            draw = createDraw(faults);
        },
    };
}
function isForService({ face, business, ...way }) {
    return (face !== undefined || business !== undefined) && Object.keys(way).length === 0;
}
