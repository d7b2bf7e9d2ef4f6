/** Child processes: those that end, and those that are stopped. */
import { spawn } from 'node:child_process'
import { basename } from 'node:path'
import process from 'node:process'

const alive = new Set()
process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')))

/**
 * Runs a program to its end and gives what it printed.
 *
 * @throws Error with what it said when it fails or takes too long.
 */
export async function run(file, args, { timeoutMs = 240_000 } = {}) {
  const child = start(file, args)
  const printed = collect(child)
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (...end) => resolve(end))
  }).finally(() => clearTimeout(timer))
  if (code === 0) return printed
  const said = (printed.stderr || printed.stdout).trim().slice(-2000)
  throw new Error(`${basename(file)} ended with ${code ?? signal}\n${said}`)
}

/** Starts a program that keeps running, and waits for its first line. */
export async function startServer(file, args) {
  const child = start(file, args)
  const printed = collect(child)
  const line = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => reject(new Error(`${basename(file)} ended\n${printed.stderr}`)))
    child.stdout.on('data', () => {
      if (printed.stdout.includes('\n')) resolve(printed.stdout.split('\n', 1)[0])
    })
  })
  return { line, pid: child.pid, stop: () => child.kill('SIGKILL') }
}

function start(file, args) {
  const env = { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' }
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  alive.add(child)
  child.once('close', () => alive.delete(child))
  return child
}

function collect({ stdout, stderr }) {
  const printed = { stdout: '', stderr: '' }
  stdout.setEncoding('utf8').on('data', (text) => (printed.stdout += text))
  stderr.setEncoding('utf8').on('data', (text) => (printed.stderr += text))
  return printed
}
