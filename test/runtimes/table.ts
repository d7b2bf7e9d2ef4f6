/**
 * Prints what the runtimes reported: one table runtime × suite, every failure, and the closing line.
 *
 * @module
 */
import type { Counts, Report } from './report.ts'

/** One run of one runtime on one form of the library. */
export interface Row {
  readonly runtime: string
  readonly form: string
  readonly seconds: number
  readonly report: Report
}

/** Writes rows as a table; a count that is not all passed says why. */
export function writeTable(rows: readonly Row[]): string {
  const suites = [...new Set(rows.flatMap(({ report }) => Object.keys(report.suites)))]
  const lines = [
    ['runtime', 'library', ...suites, 's'],
    ...rows.map(({ runtime, form, report, seconds }) => [
      runtime,
      form,
      ...suites.map((suite) => writeCounts(report.suites[suite])),
      seconds.toFixed(1),
    ]),
  ]
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  const pad = (cell: string, at: number): string =>
    at < 2 ? cell.padEnd(widths?.[at] ?? 0) : cell.padStart(widths?.[at] ?? 0)
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}

/** Writes one row for somebody who waits. */
export function writeRow({ runtime, form, report, seconds }: Row): string {
  return `${runtime} ${form}: ${writeTotals(report)} (${seconds.toFixed(1)} s)`
}

/** Writes every failure, once for all the runs that met it. */
export function writeFailures(rows: readonly Row[]): string {
  const runs = new Map<string, string[]>()
  for (const { runtime, form, report } of rows) {
    for (const { name, message } of report.failures) {
      const text = `FAILED ${name}\n  ${message.slice(0, 1000).replaceAll('\n', '\n  ')}`
      runs.set(text, [...(runs.get(text) ?? []), `${runtime} ${form}`])
    }
  }
  return [...runs].map(([text, where]) => `${text}\n  on ${where.join(', ')}\n`).join('')
}

/** Writes the closing line. */
export function writeClosing(rows: readonly Row[]): string {
  const sum = (key: keyof Counts): number =>
    rows.reduce((total, { report }) => total + report[key], 0)
  return writeTotals({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })
}

function writeTotals({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** `47`, or `45 2✗` when two failed, or `45 2-` when two cannot exist there. */
function writeCounts(counts: Counts | undefined): string {
  if (!counts) return ''
  const { passed, failed, skipped } = counts
  const parts = [
    passed > 0 && String(passed),
    failed > 0 && `${failed}✗`,
    skipped > 0 && (passed > 0 ? `${skipped}-` : '-'),
  ]
  return parts.filter(Boolean).join(' ')
}
