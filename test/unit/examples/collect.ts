/**
 * The examples of the documentation: the fences of Markdown texts and of doc comments.
 *
 * @module
 */

/** A fence of code. */
export interface Example {
  /** Where it stands and what it is about, such as `README.md:65 Options`. */
  readonly title: string
  /** The heading above it, or the name of the export that it documents. */
  readonly subject: string
  /** What the fence says its code is, such as `ts`, or `ts deno` when another test runs it. */
  readonly language: string
  /** A name for a file of its own. */
  readonly slug: string
  /** The code on the lines that it has in its text, so that line numbers are the same. */
  readonly code: string
}

interface Fence {
  readonly language: string
  /** The index of its first line of code. */
  readonly start: number
  readonly lines: readonly string[]
  readonly heading: string
}

/** Collects the fences of a Markdown text. */
export function collectMarkdown(file: string, text: string): Example[] {
  return findFences(text.split('\n')).map((fence) => createExample(file, fence, fence.heading))
}

/** Collects the fences of a source's doc comments. */
export function collectSource(file: string, text: string): Example[] {
  const lines = text.split('\n')
  return findFences(readDocLines(text)).map((fence) => {
    return createExample(file, fence, findDocumented(lines, fence.start))
  })
}

/** The doc comments of a source without their stars; every other line is empty. */
export function readDocLines(text: string): string[] {
  let isDoc = false
  return text.split('\n').map((line) => {
    if (/^\s*\/\*\*/.test(line)) isDoc = true
    const prose = isDoc ? line.replace(/^\s*\*( |$)/, '') : ''
    if (line.includes('*/')) isDoc = false
    return prose
  })
}

/**
 * Reads what the comments after `console.log(…)` say it prints.
 *
 * @returns The expected text by the line on which its call begins, counted from 1.
 */
export function readExpectations(code: string): Record<number, string> {
  const found: Record<number, string> = {}
  for (const { index } of code.matchAll(/\bconsole\.log\(/g)) {
    const [, comment] = /^[^'"`\n]*?\/\/ (.*)/.exec(code.slice(findCallEnd(code, index))) ?? []
    if (comment !== undefined) found[countLines(code, index)] = comment.trim()
  }
  return found
}

/** Makes every `console.log(…)` report itself: who printed, on which line, and what. */
export function instrument({ code, slug }: Example): string {
  return code.replace(/\bconsole\.log\(/g, (_, at: number) => {
    return `globalThis.reportPrinted('${slug}', ${countLines(code, at)}, `
  })
}

function createExample(file: string, fence: Fence, subject: string): Example {
  const line = fence.start + 1
  return {
    title: `${file}:${line} ${subject}`,
    subject,
    language: fence.language,
    slug: `${file}-${line}`.replace(/\W+/g, '-'),
    code: '\n'.repeat(fence.start) + fence.lines.join('\n'),
  }
}

function findFences(lines: readonly string[]): Fence[] {
  const fences: Fence[] = []
  let heading = ''
  for (let at = 0; at < lines.length; at++) {
    heading = /^#+ (.*)/.exec(lines[at] ?? '')?.[1] ?? heading
    const [, indent = '', ticks, language = ''] = /^( *)(`{3,}) *(.*)/.exec(lines[at] ?? '') ?? []
    if (ticks === undefined) continue
    const start = at + 1
    const end = lines.findIndex((line, index) => index >= start && line.trim() === ticks)
    if (end < 0) throw new Error(`a fence is never closed, after: ${heading}`)
    const code = lines.slice(start, end).map((line) => line.slice(indent.length))
    fences.push({ language: language.trim(), start, lines: code, heading })
    at = end
  }
  return fences
}

/** The name declared behind the doc comment that a line belongs to. */
function findDocumented(lines: readonly string[], at: number): string {
  const end = lines.findIndex((line, index) => index >= at && line.includes('*/'))
  const next = lines.slice(end + 1).find((line) => !/^\s*\/\//.test(line)) ?? ''
  const words =
    /^\s*(?:(?:export|abstract|async|function|const|class|interface|type|readonly) )*(\w+)/
  return words.exec(next)?.[1] ?? '@module'
}

/** Where the call that begins at `from` ends: behind its last bracket. */
function findCallEnd(code: string, from: number): number {
  let depth = 0
  const rest = code.slice(from)
  const tokens = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\/\/.*|[()]/g
  for (const { 0: token, index } of rest.matchAll(tokens)) {
    if (token === '(') depth++
    if (token === ')' && --depth === 0) return from + index + 1
  }
  throw new Error(`console.log on line ${countLines(code, from)} never ends`)
}

function countLines(code: string, end: number): number {
  return code.slice(0, end).split('\n').length
}
