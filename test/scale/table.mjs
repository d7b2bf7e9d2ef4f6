/** The table of `main.mjs`. */

const HEAD = ['row', 'sent', 'of allowance', 'max in a second', 'in any 1000 ms', 'result', 's']

/** Writes rows as a table; what a row does not measure stays empty. */
export function writeTable(rows) {
  const lines = [HEAD, ...rows.map(writeLine)]
  const widths = HEAD.map((_, at) => Math.max(...lines.map((line) => line[at].length)))
  const pad = (cell, at) =>
    at === 0 || at === 5 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}

function writeLine({ name, figures, problems, seconds, skipped }) {
  const result = skipped ? `skipped: ${skipped}` : problems.length > 0 ? 'FAILED' : 'passed'
  return [
    name,
    String(figures?.sent ?? ''),
    figures?.part === undefined ? '' : `${(figures.part * 100).toFixed(1)} %`,
    String(figures?.inSecond ?? ''),
    String(figures?.inWindow ?? ''),
    result,
    seconds?.toFixed(1) ?? '',
  ]
}
