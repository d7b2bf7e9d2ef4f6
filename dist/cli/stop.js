/**
 * Hears when a command is asked to stop: by Ctrl+C, by who runs it as a service, by a terminal that
 * is closed.
 *
 * @module
 */
import process from 'node:process';
import { setTimeout } from 'node:timers';
/** `nohup` is no help against the last: Node undoes it. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * What comes so soon after the first is no second wish, in milliseconds: a terminal sends its Ctrl+C
 * to `npx` and to us, and `npx` passes it on to what it started. Where its shell is bash, that is us.
 */
const ECHO_MS = 1000;
/**
 * Calls a function once, when the process is asked to stop for the first time. From a second later
 * on, Ctrl+C or `SIGTERM` ends the process at once.
 */
export function onStop(stop) {
    let isAsked = false;
    const listen = () => {
        if (isAsked)
            return;
        isAsked = true;
        const timer = setTimeout(() => {
            // A terminal is closed once, and says so twice: by its shell, and by the system.
            for (const signal of SIGNALS.slice(0, 2))
                process.removeListener(signal, listen);
        }, ECHO_MS);
        timer.unref();
        stop();
    };
    for (const signal of SIGNALS)
        process.on(signal, listen);
}
