/**
 * What `sh` examples name: programs, files, scripts, commands and options that must exist.
 *
 * @module
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, ROOT } from '../../package/project.ts'

/** Asks the command line for a command's help; an unknown command rejects. */
export type Help = (command: string) => Promise<string>

type Check = (args: readonly string[], help: Help) => boolean | Promise<boolean>

/** How to see that a program can be called so. A program that is not here is a mistake. */
const PROGRAMS: Readonly<Record<string, Check>> = {
  node: ([file = '']) => existsSync(join(ROOT, file)),
  npm: ([command = '', script = '']) => {
    const { scripts } = readJson<{ scripts: Record<string, string> }>('package.json')
    const name = command === 'run' ? script : command
    return ['ci', 'cit', 'install'].includes(name) || Object.hasOwn(scripts, name)
  },
  npx: ([name, ...args], help) => name === 'saf-edge' && hasOptions(args, help),
  'saf-edge': hasOptions,
  export: () => true,
}

/** Lists the commands of a shell example that cannot be given as they stand. */
export async function findWrongCommands(code: string, help: Help): Promise<string[]> {
  const wrong: string[] = []
  for (const command of splitCommands(code)) {
    const [program = '', ...args] = command.split(/\s+/).filter((word) => !/^\w+=/.test(word))
    const check = Object.hasOwn(PROGRAMS, program) ? PROGRAMS[program] : undefined
    if (!(await check?.(args, help))) wrong.push(command)
  }
  return wrong
}

function splitCommands(code: string): string[] {
  return code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*/, ''))
    .flatMap((line) => line.split(/[|&;]+/))
    .map((command) => command.trim())
    .filter((command) => command !== '')
}

async function hasOptions([command = '', ...args]: readonly string[], help: Help) {
  const text = await help(command).catch(() => undefined)
  const known = new Set(text?.match(/--[a-z-]+/g))
  const options = args.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0])
  return text !== undefined && options.every((option) => known.has(option ?? ''))
}
