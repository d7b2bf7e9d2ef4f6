import process from 'node:process'
import { expect, it } from 'vitest'
import { run, startServer } from './child.ts'

const node = (code: string): { file: string; args: string[] } => ({
  file: process.execPath,
  args: ['-e', code],
})

it('child: gives what a program printed', async () => {
  const { stdout } = await run(node('console.log(1)'))
  expect(stdout).toBe('1\n')
})

it('child: a program that is missing is a failure', async () => {
  await expect(run({ file: 'no-such-program', args: [] })).rejects.toThrow('ENOENT')
})

it('child: a program that fails is a failure, with what it said', async () => {
  const failing = run(node('console.error("why"); process.exit(3)'))
  await expect(failing).rejects.toThrow(/ended with 3\nwhy/)
})

it('child: a program that hangs is ended, and so is what it started', async () => {
  const code = `
    const { spawn } = require('node:child_process')
    const serve = 'require("node:http").createServer((_, answer) => answer.end()).listen(0, ' +
      '"127.0.0.1", function () { console.log("http://127.0.0.1:" + this.address().port) })'
    spawn(process.execPath, ['-e', serve], { stdio: 'inherit' })`
  const error = await run({ ...node(code), timeoutMs: 1500 }).catch(String)
  const origin = /took longer than 1500 ms\n(http:\S+)$/.exec(String(error))?.[1] ?? 'none'
  await expect(fetch(origin)).rejects.toThrow('fetch failed')
})

it('child: a server is ready when it says where it is, and ends when told', async () => {
  const code = 'console.log("at http://here:1 now " + process.pid); setInterval(() => {}, 1000)'
  const server = await startServer(node(code), /at (\S+ now \d+)\n/)
  const pid = Number(server.origin.split(' ').at(-1))
  expect(isRunning(pid)).toBe(true)
  server.stop()
  await expect.poll(() => isRunning(pid)).toBe(false)
})

it('child: a server that ends before it is ready is a failure', async () => {
  await expect(startServer(node('console.error("no")'), /ready/)).rejects.toThrow(
    /before it was ready/,
  )
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
