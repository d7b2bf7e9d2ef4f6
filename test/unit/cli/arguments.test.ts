import { expect, it } from 'vitest'
import { findNear, parseArguments, UsageError } from '../../../src/cli/arguments.ts'

const SPECS = {
  ref: { value: '<file>', help: '' },
  'resource-code': { value: '<code>', help: '' },
  json: { help: '' },
} as const

function parse(...argv: readonly string[]) {
  return parseArguments(argv, SPECS, 'saf-edge x')
}

it('parseArguments reads values after a space or an equals sign, and switches', () => {
  expect(parse('--ref', 'a b.jpg', '--resource-code=00840000', '--json')).toEqual({
    ref: 'a b.jpg',
    'resource-code': '00840000',
    json: true,
  })
  expect(parse()).toEqual({})
})

it('parseArguments takes a value that begins with a dash after an equals sign only', () => {
  expect(parse('--ref=-a.jpg')).toEqual({ ref: '-a.jpg' })
  expect(parse('--ref', '-')).toEqual({ ref: '-' })
  expect(() => parse('--ref', '-a.jpg')).toThrow('--ref needs a value')
})

it.each(['--constructor', '--__proto__=x', '--toString', '--no-json', '-ref', '-j'])(
  'parseArguments knows no option %s',
  (argument) => {
    expect(() => parse(argument)).toThrow(UsageError)
    expect(() => parse(argument)).toThrow('unknown option')
  },
)

it('parseArguments never shows the value of an option that it does not know', () => {
  for (const argv of [['--secret', 'hush'], ['--secret=hush']]) {
    const text = JSON.stringify(catchError(() => parse(...argv)))
    expect(text).toContain('--secret')
    expect(text).not.toContain('hush')
  }
})

it.each([
  ['reff', 'ref'],
  ['resource', 'resource-code'],
  ['resorce-code', 'resource-code'],
  ['jsno', 'json'],
  ['quite-different', undefined],
  ['r', undefined],
])('findNear: %s may have meant %s', (typed, name) => {
  expect(findNear(typed, Object.keys(SPECS))).toBe(name)
})

function catchError(run: () => unknown): { message: string; hint: string } {
  try {
    run()
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, hint: error.hint }
  }
  throw new Error('expected a UsageError')
}
