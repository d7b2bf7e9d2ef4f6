/**
 * Reads a command's arguments strictly: what is not understood is an error with a hint.
 *
 * @module
 */
import { parseArgs } from 'node:util';
import { quote } from '../sign/core.js';
/** The command was called wrongly. Nothing was sent. */
export class UsageError extends Error {
    name = 'UsageError';
    /** What to do about it. */
    hint;
    constructor(message, hint) {
        super(message);
        this.hint = hint;
    }
}
/**
 * Reads the arguments that follow a command's name.
 *
 * @param argv - The arguments.
 * @param specs - The command's options.
 * @param command - The command as it is typed, for hints.
 * @throws UsageError for an unknown option, a missing or superfluous value, a repetition, or a word
 *   that belongs to no option.
 */
export function parseArguments(argv, specs, command) {
    const help = `see ${command} --help`;
    const values = new Map();
    for (const token of tokenize(argv, specs)) {
        if (token.kind === 'option-terminator')
            continue;
        if (token.kind === 'positional') {
            throw new UsageError(`unexpected ${quote(token.value)}: every value follows an option`, help);
        }
        const { rawName: shown, name, value, inlineValue } = token;
        const spec = Object.hasOwn(specs, name) && shown === `--${name}` ? specs[name] : undefined;
        if (!spec) {
            const near = findNear(name, Object.keys(specs));
            throw new UsageError(`unknown option ${quote(shown)}`, near === undefined ? help : `did you mean --${near}? ${help}`);
        }
        if (values.has(name))
            throw new UsageError(`${shown} is given twice`, help);
        if (spec.value === undefined && value !== undefined) {
            throw new UsageError(`${shown} takes no value`, help);
        }
        const isMissing = value === undefined || value === '' || (!inlineValue && /^-./.test(value));
        if (spec.value !== undefined && isMissing) {
            throw new UsageError(`${shown} needs a value`, `write ${shown} ${spec.value}; ${help}`);
        }
        values.set(name, value ?? true);
    }
    return Object.fromEntries(values); // why: each was checked against its spec
}
/**
 * Takes the first word that belongs to no option out of the arguments, wherever it stands.
 *
 * @param argv - The arguments.
 * @param specs - The command's options.
 */
export function takeWord(argv, specs) {
    const found = tokenize(argv, specs).find(({ kind }) => kind === 'positional');
    if (found?.kind !== 'positional')
        return { word: undefined, rest: argv };
    return { word: found.value, rest: argv.filter((_, at) => at !== found.index) };
}
/** Requires options that a command cannot do without. */
export function requireOptions(given, names, command) {
    const missing = names.filter((name) => given[name] === undefined).map((name) => `--${name}`);
    if (missing.length > 0) {
        throw new UsageError(`missing ${missing.join(' and ')}`, `see ${command} --help`);
    }
}
/** Finds the name that somebody who typed another one may have meant. */
export function findNear(typed, names) {
    const [best] = names
        .map((name) => ({ name, distance: name.startsWith(typed) ? 1 : countEdits(typed, name) }))
        .sort((a, b) => a.distance - b.distance);
    return best && typed.length > 1 && best.distance <= Math.max(1, typed.length / 2)
        ? best.name
        : undefined;
}
/** Splits arguments without judging them: the judgement above reads the same on every runtime. */
function tokenize(argv, specs) {
    const options = Object.fromEntries(Object.entries(specs).map(([name, { value }]) => {
        return [name, { type: value === undefined ? 'boolean' : 'string' }];
    }));
    return parseArgs({ args: [...argv], options, strict: false, tokens: true }).tokens;
}
/** Levenshtein's distance: letters to insert, delete or replace. */
function countEdits(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, at) => at);
    for (const [y, letter] of [...from].entries()) {
        const above = row;
        row = [y + 1];
        for (let x = 0; x < to.length; x++) {
            const replaced = (above[x] ?? 0) + (letter === to[x] ? 0 : 1);
            row.push(Math.min(replaced, (above[x + 1] ?? 0) + 1, (row[x] ?? 0) + 1));
        }
    }
    return row.at(-1) ?? 0;
}
