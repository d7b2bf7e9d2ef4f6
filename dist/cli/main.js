#!/usr/bin/env node
/**
 * `saf-edge`, the command line: finds the command, runs it, and sets the exit code. Node, Bun and
 * Deno run the same file.
 *
 * @module
 */
import process from 'node:process';
import { quote } from '../sign/core.js';
import { VERSION } from '../core.js';
import { findNear, UsageError } from './arguments.js';
import { EXIT } from './command.js';
import { doctor } from './doctor.js';
import { emulator } from './emulator.js';
import { printFailure } from './failure.js';
import { createPrinter } from './output.js';
import { sign } from './sign.js';
import { printCommandUsage, printUsage } from './usage.js';
import { verifyBatch } from './verify-batch.js';
import { verify } from './verify.js';
const COMMANDS = [verify, verifyBatch, emulator, sign, doctor];
process.exitCode = await main(process.argv.slice(2));
async function main(argv) {
    const err = createPrinter(process.stderr);
    const out = createPrinter(process.stdout, (code) => {
        err.line(`${err.paint('red', '✗ Lost')}  the result could not be written (${code})`);
    });
    const output = { out, err, isJson: argv.includes('--json') };
    try {
        return await dispatch(argv, output);
    }
    catch (error) {
        if (error instanceof UsageError)
            return reportUsage(output, error);
        return reportDefect(output, error);
    }
}
async function dispatch(argv, output) {
    const [name, ...rest] = argv;
    if (name === '--version' || name === '-v') {
        output.out.line(VERSION);
        return 0;
    }
    if (name === undefined) {
        printUsage(output.err, COMMANDS);
        return EXIT.usage;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
        printUsage(output.out, COMMANDS);
        return 0;
    }
    const command = COMMANDS.find((each) => each.name === name);
    if (!command) {
        const near = findNear(name, COMMANDS.map((each) => each.name));
        throw new UsageError(`unknown command ${quote(name)}`, near === undefined ? 'see saf-edge --help' : `did you mean saf-edge ${near}?`);
    }
    if (rest.includes('--help') || rest.includes('-h')) {
        printCommandUsage(output.out, command);
        return 0;
    }
    return command.run(rest, output);
}
function reportUsage(output, { hint, message, name }) {
    printFailure(output, {
        name,
        code: 'ERR_USAGE',
        message: output.isJson ? `${message}: ${hint}` : message,
        outcome: 'not-executed',
        retryable: false,
        attempts: 0,
    }, { headline: 'Not started', hint });
    return EXIT.usage;
}
/** What nobody foresaw: its message is not shown, since it may hold anything; its place is. */
function reportDefect(output, error) {
    const { name, stack = '' } = error instanceof Error ? error : new Error('thrown by somebody else');
    const [place = 'unknown'] = /(?<=^ +at ).+/m.exec(stack) ?? [];
    printFailure(output, {
        name,
        code: 'ERR_UNEXPECTED',
        message: `${name}: this is a mistake of saf-edge`,
        outcome: 'unknown',
        retryable: false,
        attempts: 0,
    }, {
        headline: 'Broken',
        hint: 'please report it, with the command but without your keys',
        rows: [['where', place]],
    });
    return EXIT.failed;
}
