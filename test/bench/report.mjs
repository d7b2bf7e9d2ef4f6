/** Writes what was measured as Markdown: ratios first, then the numbers they were made of. */
import { judge } from './bars.mjs'
import { SIZES } from './photos.mjs'
import { median, ratio } from './statistics.mjs'

const INTRODUCTION = `Written by \`npm run bench\`. Compare the ratios, not the milliseconds. The contestants take turns
in one process; a ratio is taken in each round, and the tables have the median of the rounds and,
in brackets, what the middle half of them lies between. Before anything is timed its result is
checked: the signature against the reference in \`test/reference/\`, the photos byte by byte.

- Sizes are characters of base64 in two photos together; everybody starts from bytes. All but
  \`verifyFace\` write base64 and JSON first, by the host's own means, which counts.
- \`verifyFace\` is the whole call on a stubbed \`fetch\`; pop-core and openapi-core are their whole
  calls on a stubbed transport. All are timed to where the transport is called; pop-core then still
  holds a string, and what makes bytes of it is not counted. In workerd, whose CPU time is seen from
  outside, the answer is read and judged too.
- Calls per second are counted against the emulator as \`saf-edge emulator\` serves it on Node, and
  against a server that answers at once and so shows what a client costs on top of \`fetch\`.
- The floor is native HMAC-SHA1 of as many bytes as are signed, and one copy of the body; "floor,
  noble" is the same with @noble's HMAC: at 300 B nothing that uses it can be faster.
- CPU time is that of the process with all its threads. Of workerd it is read from outside, per
  request, less that of a request without work.`

/**
 * Writes the report.
 *
 * @param results `{ facts, runtimes }`: lines about the run, and what each runtime gave
 */
export function writeReport({ facts, runtimes }) {
  const each = (...sections) => {
    const found = Object.entries(runtimes).flatMap(([runtime, results]) =>
      sections.flatMap(([key, write]) =>
        results[key] ? [`\n### ${runtime}\n`, write(results[key])] : [],
      ),
    )
    return found.length > 0 ? found : ['', 'Not measured.']
  }
  /** CPU time is in two places: in workerd it is seen from outside. */
  const eachCpu = (write) =>
    each(
      ['throughput', (sizes) => write(sizes, (entry) => entry.cpu)],
      ['cpu', (sizes) => write(sizes, (entry) => entry)],
    )
  const eachClock = (write) =>
    each(['throughput', (sizes) => write(sizes, (entry) => entry.toBody)])
  const against = (rival) => (sizes, read) => writeRatios(sizes, read, rival)
  return [
    '# Benchmark',
    '',
    ...facts.map((fact) => `- ${fact}`),
    '',
    INTRODUCTION,
    '',
    '## Bars',
    '',
    writeBars(judge(runtimes)),
    '',
    '## From photos as bytes to the finished body, CPU time: times as fast as pop-core',
    ...eachCpu(against('pop-core')),
    '',
    '## The same: times what the floor takes',
    ...eachCpu(against('floor')),
    '',
    '## The same by the clock: times as fast as pop-core',
    ...eachClock(against('pop-core')),
    '',
    '## Calls per second to the emulator on loopback, eight at a time: part of bare fetch',
    ...each(['calls', ({ emulator }) => writeRatios(emulator, (entry) => entry, 'bare fetch')]),
    '',
    '## The same to a server that answers at once',
    ...each([
      'calls',
      (servers) => writeRatios(servers['at once'], (entry) => entry, 'bare fetch'),
    ]),
    '',
    '## Cold: import and first signature in a fresh process, times what aws4fetch takes',
    ...each(['cold', writeCold]),
    '',
    '## Memory: by how much a process grows at most in one run at 8 MB of base64',
    ...each(['memory', writeMemory]),
    '',
    '## CPU milliseconds of a run',
    ...eachCpu(writeNumbers),
    '',
    '## Milliseconds to the finished body, by the clock',
    ...eachClock(writeNumbers),
    '',
    '## Calls per second to the emulator',
    ...each(['calls', ({ emulator }) => writeNumbers(emulator, (entry) => entry)]),
    '',
    '## Calls per second to a server that answers at once',
    ...each(['calls', (servers) => writeNumbers(servers['at once'], (entry) => entry)]),
    '',
  ].join('\n')
}

function writeBars(rows) {
  return writeTable(
    ['what', 'runtime', 'must', 'aim', 'measured', 'by the clock', ''],
    rows.map(({ what, runtime, must, aim, value, clock, verdict, isMore, unit = '×' }) => {
      const sign = isMore ? '≥' : '≤'
      const limits = [`${sign} ${must} ${unit}`, `${sign} ${aim} ${unit}`]
      const measured = `${writeSpread(value)} ${unit}`
      return [what, runtime, ...limits, measured, clock ? writeSpread(clock) : '', verdict]
    }),
  )
}

/** Against pop-core more is better, since it is how many times faster; else the plain ratio. */
function writeRatios(sizes, read, rival) {
  return writeSizes(sizes, (entry, entries) => {
    const [own, other] = [read(entry), read(entries[rival])]
    return writeSpread(rival === 'pop-core' ? ratio(other, own) : ratio(own, other))
  })
}

function writeNumbers(sizes, read) {
  return writeSizes(sizes, (entry) => writeNumber(median(read(entry))))
}

/** A row a contestant, a column a size. */
function writeSizes(sizes, write) {
  const names = [...new Set(Object.values(sizes).flatMap((entries) => Object.keys(entries)))]
  const rows = names.map((name) => [
    name,
    ...Object.values(sizes).map((entries) => (entries[name] ? write(entries[name], entries) : '')),
  ])
  return writeTable(['', ...Object.keys(sizes)], rows)
}

function writeCold(times) {
  return writeTable(
    ['', 'ratio', 'ms'],
    Object.entries(times).map(([name, each]) => [
      name,
      writeSpread(ratio(each, times.aws4fetch)),
      writeNumber(median(each)),
    ]),
  )
}

function writeMemory(bytes) {
  return writeTable(
    ['', 'times the input', 'MB'],
    Object.entries(bytes).map(([name, each]) => [
      name,
      writeSpread(ratio(each, [SIZES['8 MB']])),
      writeNumber(median(each) / 1e6),
    ]),
  )
}

function writeSpread({ median: middle, low, high }) {
  return `${writeNumber(middle)} (${writeNumber(low)}–${writeNumber(high)})`
}

/** Three digits that count. */
function writeNumber(value) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

/** A Markdown table, padded so that it can be read as it is. */
function writeTable(head, rows) {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column].length)),
  )
  const line = (cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
