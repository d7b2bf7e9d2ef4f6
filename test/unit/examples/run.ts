/**
 * Type-checks, bundles and runs examples against the sources: one tsc, one esbuild, one process.
 *
 * @module
 */
import { build } from 'esbuild'
import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listSubpaths, ROOT } from '../../package/project.ts'
import type { ChildMessage } from './child.ts'
import { instrument } from './collect.ts'
import type { Example } from './collect.ts'

/** What became of one example. */
export interface Result {
  /** What `console.log` printed, by the line of the call. */
  readonly printed: Record<number, string>
  /** What was thrown. */
  readonly failures: string[]
  /** Whether its module was evaluated to the end. */
  isFinished: boolean
}

/** What became of all. */
export interface Report {
  readonly results: ReadonlyMap<string, Result>
  /** The exit code of the process that ran them; null when it had to be killed. */
  readonly exitCode: number | null
  /** The names of every value that a public subpath exports. */
  readonly publicNames: readonly string[]
  /** What tsc says, an error each. */
  readonly typeErrors: readonly string[]
  /** Asks the command line for its help; an unknown command rejects. */
  readonly help: (command: string) => Promise<string>
  /** Deletes what was written. */
  readonly remove: () => void
}

/** How long all examples together may run, in milliseconds. */
const RUN_TIMEOUT_MS = 10_000

/** The name that an example imports, and the source behind it, for each public subpath. */
const MODULES = listSubpaths().map(({ name, source }) => {
  return [name.replace(/^\./, 'saf-edge'), join(ROOT, source)] as const
})

/** Runs the examples, each once, in a folder of their own. */
export async function runExamples(examples: readonly Example[]): Promise<Report> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'saf-edge-examples-')))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const typesChecked = checkTypes(folder, examples)
    const bundled = bundle(folder, examples)
    const ran = bundled.then(() => run(folder, examples))
    const [typeErrors, publicNames, results] = await Promise.all([typesChecked, bundled, ran])
    const help: Report['help'] = async (command) => {
      const args = [join(folder, 'out/cli.js'), command, '--help']
      return (await promisify(execFile)(process.execPath, args, { env: {} })).stdout
    }
    return { ...results, publicNames, typeErrors, help, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** The library's own settings, with `saf-edge` found in the sources. */
async function checkTypes(folder: string, examples: readonly Example[]): Promise<string[]> {
  const paths = Object.fromEntries(MODULES.map(([name, source]) => [name, [source]]))
  const compilerOptions = { rootDir: null, declaration: false, isolatedDeclarations: false, paths }
  const files = examples.map(({ slug }) => `${slug}.ts`)
  const config = { extends: join(ROOT, 'tsconfig.json'), compilerOptions, files, include: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, exclude: [] }))
  for (const { code, slug } of examples) writeFileSync(join(folder, `${slug}.ts`), code)
  const args = [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false']
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
      // A line that is indented goes on explaining the one before it.
      const lines = `${stdout}${stderr}`.split(/\n(?! )/).filter((line) => line !== '')
      resolve(error && lines.length === 0 ? [error.message] : lines)
    })
  })
}

/** Bundles what runs, and returns the names that the public subpaths export. */
async function bundle(folder: string, examples: readonly Example[]): Promise<string[]> {
  const entryPoints = examples.map((example) => {
    const { slug } = example
    writeFileSync(join(folder, `${slug}.run.ts`), instrument(example))
    return { in: join(folder, `${slug}.run.ts`), out: slug }
  })
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [
      ...entryPoints,
      ...MODULES.map(([name, source]) => ({ in: source, out: name })),
      { in: join(ROOT, 'src/cli/main.ts'), out: 'cli' },
      { in: join(ROOT, 'test/unit/examples/child.ts'), out: 'child' },
    ],
    alias: Object.fromEntries(MODULES),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    outdir: join(folder, 'out'),
    metafile: true,
    logLevel: 'silent',
  })
  const names = MODULES.flatMap(([name]) => metafile.outputs[`out/${name}.js`]?.exports ?? [])
  return [...new Set(names)].sort()
}

async function run(
  folder: string,
  examples: readonly Example[],
): Promise<Pick<Report, 'results' | 'exitCode'>> {
  const slugs = examples.map(({ slug }) => slug)
  const results = new Map<string, Result>(
    slugs.map((slug) => [slug, { printed: {}, failures: [], isFinished: false }]),
  )
  const child = fork(join(folder, 'out/child.js'), slugs, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: RUN_TIMEOUT_MS,
    killSignal: 'SIGKILL',
  })
  child.on('message', (message) => {
    const told = message as ChildMessage // why: child.ts sends nothing else
    const result = results.get(told.slug)
    if (!result) throw new Error(`an example nobody asked for: ${told.slug}`)
    if (told.kind === 'failed') result.failures.push(told.text)
    if (told.kind === 'finished') result.isFinished = true
    if (told.kind !== 'printed') return
    const before = result.printed[told.line]
    result.printed[told.line] = before === undefined ? told.text : `${before}\n${told.text}`
  })
  // 'close' comes when the channel is empty too.
  const [exitCode] = (await once(child, 'close')) as [number | null] // why: the event's arguments
  return { results, exitCode }
}
