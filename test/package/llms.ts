/**
 * Writes `llms.txt`: what the library is, what each subpath exports, and the guide of the README.
 *
 * @module
 */
import { dirname, join } from 'node:path'
import { readDocLines } from '../unit/examples/collect.ts'
import { listSubpaths, readText } from './project.ts'

/** Writes the whole text. */
export function writeLlms(): string {
  const readme = readText('README.md')
  const [title = '', sentence = '', job = ''] = readme.split('\n\n')
  const exported = listSubpaths().map(({ name, source }) => {
    const about = readSummary(readText(source), /^@module/)
    const lines = listValues(source).map((value) => `- \`${value}\`: ${describe(source, value)}`)
    return [`### \`${name.replace('.', 'saf-edge')}\``, '', about, '', ...lines].join('\n')
  })
  const guide = readme.slice(readme.indexOf('## Guide'), readme.indexOf('## API'))
  const parts = [title, `> ${sentence}`, job, '## Exports', ...exported, guide.trim()]
  return `${parts.join('\n\n')}\n`
}

/** Lists the values that a module exports, in its order; types are left out. */
export function listValues(source: string): string[] {
  const text = readText(source)
  const lists = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  )
  const declared = [...text.matchAll(DECLARATION)].map(([, name = '']) => name)
  return [...new Set([...lists, ...declared])].filter((name) => name !== '')
}

const DECLARATION = /^export (?:abstract |async )*(?:function|const|class) (\w+)/gm

/** The first sentence of a value's doc comment, wherever its module has it from. */
function describe(source: string, value: string): string {
  const seen = new Set<string>()
  const queue = [source]
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (seen.has(file)) continue
    seen.add(file)
    const text = readText(file)
    const isDeclared = [...text.matchAll(DECLARATION)].some(([, name]) => name === value)
    if (isDeclared) return readSummary(text, new RegExp(`^export [a-z ]*\\b${value}\\b`))
    const folder = dirname(file)
    for (const [, path = ''] of text.matchAll(/ from '(\.[^']+)'/g)) queue.push(join(folder, path))
  }
  throw new Error(`${source} exports ${value}, which is declared nowhere`)
}

/** The first sentence of the doc comment that holds, or stands before, a line. */
function readSummary(text: string, line: RegExp): string {
  const code = text.split('\n')
  const docs = readDocLines(text)
  const at = code.findIndex((one, index) => line.test(one) || line.test(docs[index] ?? ''))
  const start =
    at -
    1 -
    code
      .slice(0, at)
      .reverse()
      .findIndex((one) => one.startsWith('/**'))
  const paragraph = []
  for (const doc of docs.slice(start, at)) {
    const words = doc.replace(/^\/\*\*|\*\/$/g, '').trim()
    if (words.startsWith('@') || (words === '' && paragraph.length > 0)) break
    if (words !== '') paragraph.push(words)
  }
  const prose = paragraph.join(' ').replace(/\{@link (\w+)\}/g, '`$1`')
  const sentence = /^.*?[\w`)]\.(?= |$)/.exec(prose)?.[0]
  if (sentence === undefined) throw new Error(`no sentence documents ${line}`)
  return sentence
}
