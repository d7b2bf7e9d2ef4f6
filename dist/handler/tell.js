/* @ts-self-types="./tell.d.ts" */
/**
 * Tells the operator, and nothing of whom or what a request was about.
 *
 * @module
 */
import { isSafError } from '../errors.js';
import { readField } from '../read-field.js';
/** Makes a teller of a listener, whose failure is no answer to a page. */
export function createTell(onEvent) {
    return (event) => {
        const tellOnce = async () => onEvent?.(event.type === 'failed' ? withhold(event) : event);
        tellOnce().catch(() => { });
    };
}
/** These know subjects, keys or photos, and put them into errors: a Redis client its command. */
const KNOWING = ['limiter', 'store', 'call'];
function withhold(event) {
    const { error, part } = event;
    if (!KNOWING.includes(part) || isSafError(error))
        return event;
    const told = new Error('text withheld');
    for (const field of ['name', 'code']) {
        const value = readField(error, field);
        const isName = typeof value === 'string' && /^[A-Z]\w{0,63}$/i.test(value);
        if (isName)
            Reflect.set(told, field, value);
    }
    return { ...event, error: told };
}
