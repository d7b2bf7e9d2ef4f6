/**
 * Child processes that end: each has a time limit, and none outlives the orchestrator.
 *
 * @module
 */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { basename } from 'node:path'
import process from 'node:process'

/** A program to start. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
  /** How long it may take to end, or to be ready. */
  readonly timeoutMs?: number
}

/** What a program has printed. */
export interface Printed {
  readonly stdout: string
  readonly stderr: string
}

/** A program that keeps running. */
export interface Server {
  /** What it printed about itself when it was ready. */
  readonly origin: string
  readonly stop: () => void
}

/** Long enough for every suite on a slow machine. */
const TIMEOUT_MS = 60_000

const isWindows = process.platform === 'win32'
const alive = new Set<ChildProcess>()

process.once('exit', () => alive.forEach(kill))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

/**
 * Runs a program to its end.
 *
 * @throws Error with the end of its output when it fails, or does not end in time.
 */
export async function run(command: Command): Promise<Printed> {
  const child = start(command)
  const printed = collect(child)
  await within(command, printed, (resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve('')
      else reject(new Error(`ended with ${code ?? signal}`))
    })
  }).finally(() => kill(child))
  return printed
}

/**
 * Starts a program that keeps running, and waits until it printed what `ready` matches.
 *
 * @throws Error when it ends before, or is not ready in time.
 */
export async function startServer(command: Command, ready: RegExp): Promise<Server> {
  const child = start(command)
  const printed = collect(child)
  const origin = await within(command, printed, (resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => reject(new Error('ended before it was ready')))
    child.stdout?.on('data', () => {
      const [, found] = ready.exec(printed.stdout) ?? []
      if (found !== undefined) resolve(found)
    })
  })
  return { origin, stop: () => kill(child) }
}

/** Settles as `act` does, or fails when time is up; an error tells what was printed last. */
async function within(
  { file, timeoutMs = TIMEOUT_MS }: Command,
  printed: Printed,
  act: (resolve: (text: string) => void, reject: (error: Error) => void) => void,
): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<string>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`took longer than ${timeoutMs} ms`)), timeoutMs)
      act(resolve, reject)
    })
  } catch (error) {
    const said = (printed.stderr || printed.stdout).trim().slice(-2000)
    throw new Error(`${basename(file)}: ${String(error)}\n${said}`, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

function start({ file, args, cwd, env }: Command): ChildProcess {
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', DO_NOT_TRACK: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it started ends with it.
    detached: !isWindows,
  })
  alive.add(child)
  child.once('close', () => alive.delete(child))
  return child
}

/** Ends a child and what it started, unless it has ended. */
function kill(child: ChildProcess): void {
  if (!alive.has(child) || child.pid === undefined) return
  try {
    if (isWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'])
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended in between.
  }
}

/** Reads both streams; what was printed grows as it comes. */
function collect({ stdout, stderr }: ChildProcess): Printed {
  const printed = { stdout: '', stderr: '' }
  stdout?.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text))
  stderr?.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text))
  return printed
}
