/**
 * Writes README.md from Stryker's report. A mutant that survives must be explained here.
 */

/** Survivors that are no gap: the file, what the mutant put there, and why nothing can tell. */
const EXPLAINED = []

const KILLED = ['Killed', 'Timeout']

/** Writes the text, and counts: a survivor without an explanation is a failure. */
export function writeReadme(files) {
  const rows = Object.entries(files).map(([name, { mutants }]) => ({
    name,
    killed: mutants.filter(({ status }) => KILLED.includes(status)).length,
    survivors: mutants.filter(({ status }) => !KILLED.includes(status)),
  }))
  const sum = (key) => rows.reduce((total, row) => total + count(row[key]), 0)
  const total = {
    name: 'all',
    killed: sum('killed'),
    survivors: rows.flatMap((row) => row.survivors),
  }
  const lines = rows.flatMap(({ name, survivors }) => survivors.map((one) => explain(name, one)))
  const failed = lines.filter(({ reason }) => reason === undefined).length
  const text = `# Mutation tests

\`node test/mutation/run.mjs\` writes this file. Stryker changes the code that decides whether a paid
call is repeated, what a failed request proves, and what a verdict is: one small change at a time,
each of which a test must notice. The tests are those of [vitest.config.ts](vitest.config.ts).

| file | mutants | noticed | score |
| --- | --- | --- | --- |
${[...rows, total].map(writeRow).join('\n')}

${lines.length === 0 ? 'No change goes unnoticed.' : lines.map(writeSurvivor).join('\n')}
`
  return { text, passed: total.killed + lines.length - failed, failed }
}

function count(value) {
  return Array.isArray(value) ? value.length : value
}

function writeRow({ name, killed, survivors }) {
  const mutants = killed + survivors.length
  return `| ${name} | ${mutants} | ${killed} | ${((100 * killed) / mutants).toFixed(1)} % |`
}

function explain(name, { mutatorName, replacement, location }) {
  const found = EXPLAINED.find((one) => one.name === name && one.replacement === replacement)
  return { name, mutatorName, replacement, line: location.start.line, reason: found?.reason }
}

function writeSurvivor({ name, mutatorName, replacement, line, reason }) {
  const why = reason ?? '**unexplained**'
  return `- ${name}, line ${line}, ${mutatorName}: \`${replacement}\`. ${why}`
}
