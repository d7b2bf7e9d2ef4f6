/**
 * Writes the support table as Markdown, with the versions that the matrix runs: to be read, or into
 * the README.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HERE, ROOT } from './project.ts'
import { exceptions, platforms } from './support.ts'

const BEGIN = '<!-- support table: npm run runtimes support write -->'
const END = '<!-- end of the support table -->'

/** Writes the table that the README shows. */
export function writeSupport(): string {
  const versions = { ...readVersions(ROOT), ...readVersions(HERE) }
  const rows = platforms.map(({ title, use, runtimes, packages }) => {
    const tested = packages.map((name) => `${nameOf(name)} ${versions[name] ?? ''}`.trim())
    const reasons = exceptions.filter(({ runtime }) => runtimes.includes(runtime))
    const except = [...new Set(reasons.map(({ reason }) => reason))]
    return [title, use, tested.join(', '), except.join('; ') || 'nothing']
  })
  const head = ['runtime', 'import', 'tested on', 'except']
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** Puts the table into a README, between the two comments that mark its place. */
export function insertSupport(readme: string): string {
  const [before, rest = ''] = readme.split(`${BEGIN}\n`)
  const [, after] = rest.split(END)
  if (before === undefined || after === undefined) {
    throw new Error(`README.md has no place for the support table: ${BEGIN} … ${END}`)
  }
  return `${before}${BEGIN}\n\n${writeSupport()}\n\n${END}${after}`
}

/** Brings the table of both READMEs up to date. */
export function updateReadme(): void {
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const file = join(ROOT, name)
    writeFileSync(file, insertSupport(readFileSync(file, 'utf8')))
  }
}

function readVersions(folder: string): Record<string, string> {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  // why: both files are ours and have it
  const { devDependencies } = JSON.parse(text) as { devDependencies: Record<string, string> }
  const entries = Object.entries(devDependencies)
  // An alias names the package before the version.
  return Object.fromEntries(entries.map(([name, version]) => [name, version.replace(/.*@/, '')]))
}

/** `@sparticuz/chromium` → `chromium`, `node20` → `Node` */
function nameOf(name: string): string {
  return name.startsWith('node2') ? 'Node' : name.replace(/^@sparticuz\//, '')
}
