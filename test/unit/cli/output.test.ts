import { EventEmitter } from 'node:events'
import { afterEach, expect, it, vi } from 'vitest'
import { createPrinter, printable, printJson, printRows } from '../../../src/cli/output.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** Makes a printer for a terminal, or for a file, and returns what it prints. */
function record(isTerminal: boolean, columns?: number) {
  const written: string[] = []
  const stream = {
    isTTY: isTerminal || undefined,
    columns,
    on() {},
    write: (text: string) => written.push(text),
  }
  // why: the printer uses these three members only
  const printer = createPrinter(stream as unknown as NodeJS.WriteStream)
  return { printer, text: () => written.join('') }
}

it('a printer colours on a terminal', () => {
  vi.stubEnv('NO_COLOR', '')
  vi.stubEnv('TERM', 'xterm')
  const { printer, text } = record(true)
  printer.line(printer.paint('green', 'yes'))
  expect(text()).toBe('\u001B[32myes\u001B[0m\n')
})

it.each([
  ['into a file', false, {}],
  ['with NO_COLOR', true, { NO_COLOR: '1' }],
  ['on a dumb terminal', true, { TERM: 'dumb' }],
])('a printer neither colours nor remarks %s', (_, isTerminal, env) => {
  vi.stubEnv('NO_COLOR', '')
  vi.stubEnv('TERM', 'xterm')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const { printer, text } = record(isTerminal)
  printer.line(printer.paint('green', 'yes'))
  printer.remark('working')()
  expect(text()).toBe('yes\n')
})

it('a printer takes its remark back', () => {
  vi.stubEnv('NO_COLOR', '')
  vi.stubEnv('TERM', 'xterm')
  const { printer, text } = record(true)
  printer.remark('working')()
  expect(text()).toMatch(/working.*\r\u001B\[2K$/)
})

it('a printer takes its remark back before a line, and before the next remark', () => {
  vi.stubEnv('NO_COLOR', '')
  vi.stubEnv('TERM', 'xterm')
  const { printer, text } = record(true)
  const end = printer.remark('one')
  printer.remark('two')
  printer.line('said')
  end()
  expect(text().replaceAll(/\u001B\[\d?m/g, '')).toBe('one\r\u001B[2Ktwo\r\u001B[2Ksaid\n')
})

it('a printer cuts a remark that would go on in the next line, where it could not be taken back', () => {
  vi.stubEnv('NO_COLOR', '')
  vi.stubEnv('TERM', 'xterm')
  const { printer, text } = record(true, 10)
  printer.remark('0123456789')
  expect(text()).toContain('012345678\u001B')
})

it('a printer tells once when its stream takes no more, and not when nobody reads it', () => {
  const stream = new EventEmitter()
  const lost: string[] = []
  createPrinter(stream as unknown as NodeJS.WriteStream, (code) => lost.push(code)) // why: listens only
  for (const code of ['EPIPE', 'ENOSPC', 'ENOSPC']) {
    stream.emit('error', Object.assign(new Error('x'), { code }))
  }
  expect(lost).toEqual(['ENOSPC'])
})

it('printRows puts every text in the same column', () => {
  const { printer, text } = record(false)
  printRows(printer, [
    ['a', '1'],
    ['longer', '2'],
  ])
  expect(text()).toBe('  a       1\n  longer  2\n')
})

it('printJson prints one line for any text, and the value comes back', () => {
  const value = { text: 'a\n\r\u0085\u2028\u2029\u009B\u001B\u007F"\\中🙂' }
  const { printer, text } = record(false)
  printJson(printer, value)
  expect(text().trimEnd()).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
  expect(JSON.parse(text())).toEqual(value)
})

it('printable leaves text alone and takes out what moves a cursor', () => {
  expect(printable('中文 🙂 é "x"')).toBe('中文 🙂 é "x"')
  expect(printable('\u001B[2J\r\n\u009B\u202E\u2028')).toBe('�[2J�����')
})
