import { expect, it } from 'vitest'
import { writeRequestLine } from '../../../src/cli/request-line.ts'
import type { Printer } from '../../../src/cli/output.ts'
import type { LogEntry } from '../../../src/emulator/index.ts'

const plain: Printer = {
  isTerminal: false,
  line() {},
  remark: () => () => {},
  paint: (_, text) => text,
}

const coloured: Printer = { ...plain, paint: (style, text) => `<${style}>${text}` }

const entry: LogEntry = {
  atEpochMs: Date.UTC(2026, 10, 24, 12, 34, 56),
  method: 'POST',
  action: 'ExecuteRequest',
  service: 'intl_face_verify',
  format: 'JSON',
  urlBytes: 1,
  bodyBytes: 5899,
  parameters: ['Action'],
  accessKeyId: 'test…',
  status: 200,
  code: 200,
  requestId: 'A0B1',
  executed: true,
  fault: undefined,
  durationMs: 12,
}

it('writeRequestLine: when, how, what, how much, how long, and the identifier', () => {
  expect(writeRequestLine(entry, plain)).toBe(
    '12:34:56  POST  200  Code 200  ExecuteRequest  intl_face_verify  5.9 kB  12 ms  A0B1',
  )
})

it('writeRequestLine: leaves out what is not known', () => {
  const lost = { ...entry, status: undefined, code: undefined, action: undefined, bodyBytes: 0 }
  expect(writeRequestLine({ ...lost, service: undefined, fault: 'no-answer' }, plain)).toBe(
    '12:34:56  POST  cut  no API answer  1 B  12 ms  fault no-answer  A0B1',
  )
})

it('writeRequestLine: green is a result, yellow another code, red a refusal', () => {
  const colourOf = (part: Partial<LogEntry>) =>
    /<(green|yellow|red)>/.exec(writeRequestLine({ ...entry, ...part }, coloured))?.[1]
  expect(colourOf({})).toBe('green')
  expect(colourOf({ code: 402 })).toBe('yellow')
  expect(colourOf({ status: 400, code: 'Throttling' })).toBe('red')
  expect(colourOf({ status: undefined, code: undefined })).toBe('red')
})

it('writeRequestLine: no part can move a cursor or begin a line', () => {
  const hostile = '\u001B[2J\n'
  const line = writeRequestLine(
    { ...entry, method: hostile, action: hostile, service: hostile, code: hostile },
    plain,
  )
  expect(line).not.toMatch(/\p{Cc}/u)
})
