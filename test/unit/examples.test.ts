import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSources, readText, ROOT } from '../package/project.ts'
import {
  collectMarkdown,
  collectSource,
  readDocLines,
  readExpectations,
} from './examples/collect.ts'
import type { Example } from './examples/collect.ts'
import { runExamples } from './examples/run.ts'
import type { Report, Result } from './examples/run.ts'
import { findWrongCommands } from './examples/shell.ts'

/** Public values that may go without an example, and why. */
const WITHOUT_EXAMPLE: Readonly<Record<string, string>> = {
  SafError: 'abstract: users meet it through isSafError, which has an example',
  GatewayError: 'thrown, not made by users: see isSafError',
  ResponseError: 'thrown, not made by users: see isSafError',
  ServiceError: 'thrown, not made by users: see isSafError',
  SignatureError: 'thrown, not made by users: see isSafError',
  TransportError: 'thrown, not made by users: see isSafError',
}

/** Wrong on purpose: what the machinery below must notice. */
const WRONG = collectMarkdown(
  'wrong.md',
  `# comment
~~~ts
console.log('%s is (', 1,
  '2)') // 1 is ( 3)
export const late = () => console.log('never') // never
~~~
# throws
~~~ts
throw new RangeError('on purpose')
~~~
# floats
~~~ts
void Promise.reject(new RangeError('not awaited'))
~~~
# type
~~~ts
import { VERSION } from 'saf-edge'
export const version: number = VERSION
~~~
# network
~~~ts
await fetch('http://127.0.0.1:1')
~~~`.replaceAll('~~~', '```'),
)

const readmes = readdirSync(ROOT).filter((file) => /^README.*\.md$/.test(file))
const texts = [...readmes, 'playground/GUIDES.md', 'playground/README.md']
const inReadmes = texts.flatMap((file) => collectMarkdown(file, readText(file)))
const inSources = listSources().flatMap((file) => collectSource(file, readText(file)))
const all = [...inReadmes, ...inSources]
const examples = all.filter(({ language }) => language === 'ts')

let report: Report

beforeAll(async () => {
  report = await runExamples([...examples, ...WRONG])
}, 30_000)

afterAll(() => report?.remove())

describe('examples: compiles, runs, and prints what its comments say', () => {
  it.each(examples.map(withTitle))('%s', (_, example) => {
    expect(readTypeErrors(example)).toEqual([])
    const { failures, isFinished, printed } = readResult(example)
    expect(failures).toEqual([])
    expect(isFinished, 'it runs to its end').toBe(true)
    const expected = readExpectations(example.code)
    const stated = Object.entries(printed).filter(([line]) => Number(line) in expected)
    expect(Object.fromEntries(stated)).toEqual(expected)
  })
})

describe('examples: names programs, files and options that exist', () => {
  const inShell = all.filter(({ language }) => language === 'sh')
  it.each(inShell.map(withTitle))('%s', async (_, { code }) => {
    expect(await findWrongCommands(code, report.help)).toEqual([])
  })
})

it('examples: the process that ran them ends by itself, so nothing is left open', () => {
  expect(report.exitCode).toBe(0)
})

it('examples: tsc complains of nothing else but the one that is wrong on purpose', () => {
  const known = new Set(examples.flatMap(readTypeErrors))
  const others = report.typeErrors.filter((line) => !known.has(line))
  expect(others).toEqual([expect.stringMatching(/^wrong-md-17\.ts\(18,14\): .*TS2322/)])
})

it('examples: code that is not in a ts fence would not run, so there is none', () => {
  const languages = /^(|jsx?|mjs|cjs|javascript|tsx|mts|typescript)( |$)/i
  const wrong = all.filter(({ language }) => languages.test(language))
  expect(wrong.map(({ title }) => title)).toEqual([])
})

it('examples: in the sources @example and its ts fence come in pairs', () => {
  const wrong = listSources().flatMap((file) => {
    return readDocLines(readText(file)).flatMap((line, at, lines) => {
      const isTag = line.startsWith('@example')
      const isFence = line === '```ts'
      const isPair = isTag ? lines[at + 1] === '```ts' : lines[at - 1]?.startsWith('@example')
      return (isTag || isFence) && !isPair ? `${file}:${at + 1}` : []
    })
  })
  expect(wrong).toEqual([])
})

it('examples: every public function and constant has one that uses it', () => {
  expect(report.publicNames).toContain('createSaf')
  const missing = report.publicNames.filter((name) => {
    return !(name in WITHOUT_EXAMPLE) && !hasExample(name)
  })
  expect(missing).toEqual([])
})

it('examples: the table of names without one holds public names without one only', () => {
  const stale = Object.keys(WITHOUT_EXAMPLE).filter((name) => {
    return hasExample(name) || !report.publicNames.includes(name)
  })
  expect(stale).toEqual([])
})

describe('examples: what is wrong is found', () => {
  const [comment, throws, floats, , network] = WRONG

  it('a comment that is wrong, or whose line is never reached', () => {
    expect(readExpectations(comment?.code ?? '')).toEqual({ 3: '1 is ( 3)', 5: 'never' })
    expect(readResult(comment).printed).toEqual({ 3: '1 is ( 2)' })
  })

  it('an error, a rejection that nobody awaits, and a use of the network', () => {
    expect(readResult(throws).failures).toEqual([expect.stringContaining('RangeError: on purpose')])
    expect(readResult(throws).isFinished).toBe(false)
    expect(readResult(floats).failures).toEqual([expect.stringContaining('not awaited')])
    expect(readResult(network).failures).toEqual([expect.stringContaining('use the network')])
  })

  it('a program, a file, a script, a command or an option that does not exist', async () => {
    const right = `# a comment
      KEY=1 saf-edge verify --ref a.jpg \\
        --auth=b.jpg && node package.json | npx saf-edge verify --json # and another
      npm cit; npm run test`
    expect(await findWrongCommands(right, report.help)).toEqual([])
    const wrong = ['cargo build', 'node nowhere.mjs', 'npm run nothing', 'npx saf-hedge']
    const ours = ['saf-edge nothing', 'saf-edge verify --nothing=1', 'npx saf-edge verify --re']
    const code = [...wrong, ...ours].join('\n')
    expect(await findWrongCommands(code, report.help)).toEqual([...wrong, ...ours])
  })
})

/** Vitest cuts `$title` short, `%s` it does not. */
function withTitle(example: Example): readonly [string, Example] {
  return [example.title, example]
}

function readResult(example: Example | undefined): Result {
  const result = report.results.get(example?.slug ?? '')
  if (!result) throw new Error(`not run: ${example?.title}`)
  return result
}

/** Line numbers are those of the text that the example stands in. */
function readTypeErrors({ slug }: Example): string[] {
  return report.typeErrors.filter((line) => line.startsWith(`${slug}.ts(`))
}

function hasExample(name: string): boolean {
  return inSources.some(({ code, language, subject }) => {
    return language === 'ts' && subject === name && new RegExp(`\\b${name}\\b`).test(code)
  })
}
