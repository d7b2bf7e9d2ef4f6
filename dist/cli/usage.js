import { printRows } from './output.js';
/** Prints what `saf-edge` is and which commands it has. */
export function printUsage(printer, commands) {
    printer.line('saf-edge: face verification by Alibaba Cloud SAF');
    printSection(printer, 'Usage', [['saf-edge <command> [options]', '']]);
    printSection(printer, 'Commands', commands.map(({ name, summary }) => [name, summary]));
    printSection(printer, 'Options', [
        ['--help', 'this help; after a command, its own'],
        ['--version', "this package's version"],
    ]);
    printSection(printer, 'Try it, without an account', [[TRIAL, '']]);
}
/** Prints how a command is called. */
export function printCommandUsage(printer, command) {
    printer.line(`saf-edge ${command.name}: ${command.summary}`);
    printSection(printer, 'Usage', [[`saf-edge ${command.synopsis}`, '']]);
    printSection(printer, 'Options', Object.entries(command.options).map(([name, { value = '', help }]) => [
        `--${name} ${value}`,
        help,
    ]));
    for (const [title, rows] of command.sections)
        printSection(printer, title, rows);
}
/** A call that works everywhere. */
export const TRIAL = 'saf-edge verify --emulator --ref test:idPhoto --auth test:match --resource-code 00840000';
function printSection(printer, title, rows) {
    printer.line();
    printer.line(printer.paint('bold', title));
    printRows(printer, rows);
}
