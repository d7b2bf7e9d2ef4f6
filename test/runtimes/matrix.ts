/**
 * The matrix as data: which runtime runs which form of the library at which level, and how each is
 * started.
 *
 * @module
 */
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { BUN, DENO, findNode, findWorkerd } from './binaries.ts'
import type { Command } from './child.ts'
import { HERE } from './project.ts'
import type { Form } from './project.ts'
import type { Workshop } from './workshop.ts'

/** How much is run, as part of `npm run test:quick`, of `npm test` and of `npm run test:all`. */
export type Level = 'quick' | 'base' | 'all'

/** What is needed to start a runtime on a form of the library. */
export interface Start {
  readonly form: Form
  /** What the driver is asked to do, as JSON. */
  readonly order: string
  readonly shop: Workshop
}

/** A runtime of the matrix. */
export interface Runtime {
  /** The key of the support table. */
  readonly name: string
  /** The forms of the library that each level runs. */
  readonly forms: Readonly<Record<'base' | 'all', readonly Form[]> & { quick?: readonly Form[] }>
  /** Prepares what the runtime loads and says how to start it; it prints the driver's report. */
  readonly command: (start: Start) => Promise<Command>
}

const NONE: readonly Form[] = []
const ENDS: readonly Form[] = ['src', 'package']
const EVERY: readonly Form[] = ['src', 'dist', 'url', 'package']

/** The runtimes, in the order of the table. */
export const runtimes: readonly Runtime[] = [
  {
    name: 'node',
    forms: { quick: ['src'], base: ['src', 'dist', 'package'], all: EVERY },
    command: (start) => runBundledNode(process.execPath, start),
  },
  {
    name: 'node20',
    forms: { base: NONE, all: EVERY },
    command: (start) => runBundledNode(findNode('20'), start),
  },
  {
    name: 'node22',
    forms: { base: NONE, all: EVERY },
    command: (start) => runSources(findNode('22'), start),
  },
  {
    name: 'node24',
    forms: { base: NONE, all: EVERY },
    command: (start) => runSources(findNode('24'), start),
  },
  {
    name: 'deno',
    forms: { base: ENDS, all: EVERY },
    command: async ({ form, order, shop }) => ({
      file: DENO,
      args: [
        ...'run --no-lock --allow-read --allow-net=127.0.0.1'.split(' '),
        // The sources find their packages here, the installed library brings its own.
        `--node-modules-dir=${form === 'package' ? 'none' : 'manual'}`,
        join(HERE, 'script.ts'),
        order,
        await shop.module(form, 'deno'),
      ],
      env: {
        DENO_NO_UPDATE_CHECK: '1',
        DENO_DIR: join(shop.folder, 'deno'),
        NPM_CONFIG_REGISTRY: (await shop.registry()).origin,
      },
    }),
  },
  {
    name: 'deno-url',
    forms: { base: ['url'], all: ['url'] },
    command: async ({ order, shop }) => ({
      file: DENO,
      args: [
        ...'run --no-lock --allow-net'.split(' '),
        `${(await shop.site()).origin}/test/runtimes/static.ts`,
        order,
      ],
      env: { DENO_NO_UPDATE_CHECK: '1', DENO_DIR: join(shop.folder, 'deno-url') },
      cwd: shop.folder,
    }),
  },
  {
    name: 'bun',
    forms: { base: ENDS, all: EVERY },
    command: async ({ form, order, shop }) => ({
      file: BUN,
      args: ['--no-install', join(HERE, 'script.ts'), order, await shop.module(form, 'bun')],
    }),
  },
  {
    name: 'workerd',
    forms: { base: ['src'], all: EVERY },
    command: (start) => runWorkerd('no_nodejs_compat', start),
  },
  {
    name: 'workerd-node',
    forms: { base: ['package'], all: EVERY },
    command: (start) => runWorkerd('nodejs_compat', start),
  },
  {
    name: 'cloudflare-vitest',
    forms: { base: NONE, all: ['src'] },
    command: async ({ order }) => ({
      file: findNode('24'),
      args: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'cloudflare.config.mjs'],
      cwd: HERE,
      env: { ORDER: order, WRANGLER_SEND_METRICS: 'false' },
    }),
  },
  {
    name: 'chromium',
    forms: { base: NONE, all: EVERY },
    command: (start) => runInPage('chromium.mjs', start),
  },
  {
    name: 'happy-dom',
    forms: { base: NONE, all: ENDS },
    command: (start) => runInPage('happy-dom.mjs', start),
  },
  {
    name: 'edge-vm',
    forms: { base: NONE, all: ENDS },
    command: (start) => runInPage('edge-vm.mjs', start),
  },
  {
    name: 'quickjs',
    forms: { base: NONE, all: ENDS },
    command: (start) => runInPage('quickjs.mjs', start),
  },
]

/** Runs a Node that knows no TypeScript. */
async function runBundledNode(file: string, { form, order, shop }: Start): Promise<Command> {
  if (form === 'src') return { file, args: [await shop.bundle('static.ts', 'node', 'src'), order] }
  const script = await shop.bundle('script.ts', 'node', 'src')
  return { file, args: [script, order, await shop.module(form, 'npm')] }
}

/** Runs a Node that takes the sources as they are. */
async function runSources(file: string, { form, order, shop }: Start): Promise<Command> {
  const args = ['--no-warnings', join(HERE, 'script.ts'), order, await shop.module(form, 'npm')]
  return { file, args }
}

/** Runs workerd on a Worker of its own; it must be told that it may call loopback. */
async function runWorkerd(flag: string, { form, order, shop }: Start): Promise<Command> {
  const code = await shop.bundle('worker.ts', 'worker', form)
  const path = join(shop.folder, `${flag}-${form}.capnp`)
  const text = JSON.stringify(order)
  writeFileSync(
    path,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "main", worker = (
    modules = [(name = "worker.mjs", esModule = embed ${JSON.stringify(basename(code))})],
    compatibilityDate = "2026-10-01",
    compatibilityFlags = ["${flag}"],
    bindings = [(name = "ORDER", text = ${text})],
  )),
  (name = "internet", network = (allow = ["public", "private"])),
]);
`,
  )
  return { file: findWorkerd(), args: ['test', path] }
}

/** Runs a host that evaluates one script in another engine; they want a new Node. */
async function runInPage(driver: string, { form, order, shop }: Start): Promise<Command> {
  const script = await shop.bundle('page.ts', 'page', form)
  return {
    file: findNode('24'),
    args: [join(HERE, driver), order, script, (await shop.site()).origin],
  }
}
