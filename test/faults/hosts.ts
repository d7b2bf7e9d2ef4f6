/**
 * The runtimes of the matrix, and how each is started.
 *
 * @module
 */
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { BUN, DENO, findNode, findWorkerd } from '../runtimes/binaries.ts'
import { bundle } from '../runtimes/bundle.ts'
import type { Host } from '../runtimes/bundle.ts'
import type { Command } from '../runtimes/child.ts'
import { HERE, ROOT, writeLibrary } from '../runtimes/project.ts'
import { DENO_296 } from './install.ts'

/** What is needed to start a runtime. */
export interface Start {
  /** Is thrown away afterwards. */
  readonly folder: string
  /** The bundled drivers. */
  readonly drivers: Readonly<Record<Host, string>>
  /** What the driver is asked to do, as JSON. */
  readonly order: string
  /** Serves an empty page. */
  readonly origin: string
}

/** A column of the table. */
export interface Runtime {
  readonly name: string
  /** Sends by Deno's recipe, which keeps no connection. */
  readonly isRecipe?: boolean
  readonly command: (start: Start) => Command
}

function denos(name: string, file: string): Runtime[] {
  const command = ({ drivers, folder, order }: Start): Command => ({
    file,
    args: ['run', '--no-lock', '--no-config', '--allow-net=127.0.0.1', drivers.node, order],
    env: { DENO_NO_UPDATE_CHECK: '1', DENO_DIR: join(folder, name) },
  })
  return [
    { name, command },
    { name: `${name}-recipe`, isRecipe: true, command },
  ]
}

/** The columns, in the order of the table. */
export const runtimes: readonly Runtime[] = [
  ...(['20', '24'] as const).map((version) => ({
    name: `node${version}`,
    command: ({ drivers, order }: Start) => ({
      file: findNode(version),
      args: [drivers.node, order],
    }),
  })),
  { name: 'bun', command: ({ drivers, order }) => ({ file: BUN, args: [drivers.node, order] }) },
  ...denos('deno', DENO),
  ...denos('deno296', DENO_296),
  { name: 'workerd', command: startWorkerd },
  {
    name: 'chromium',
    command: ({ drivers, order, origin }) => ({
      file: findNode('24'),
      args: [join(HERE, 'chromium.mjs'), order, drivers.page, origin],
    }),
  },
]

/** Bundles the drivers with the sources in them. */
export async function bundleDrivers(folder: string): Promise<Start['drivers']> {
  const contents = writeLibrary('src', (path) => join(ROOT, path))
  const library = { contents, resolveDir: ROOT }
  const make = async (name: string, host: Host): Promise<string> => {
    const outfile = join(folder, `${name}.${host === 'page' ? 'js' : 'mjs'}`)
    const driver = `../faults/${name}.ts`
    await bundle({ driver, host, library, minify: false, outfile })
    return outfile
  }
  const [node, worker, page] = await Promise.all([
    make('script', 'node'),
    make('worker', 'worker'),
    make('page', 'page'),
  ])
  return { node, worker, page }
}

/** A Worker must be told that it may call loopback. */
function startWorkerd({ drivers, folder, order }: Start): Command {
  const path = join(folder, 'worker.capnp')
  const module = JSON.stringify(basename(drivers.worker))
  writeFileSync(
    path,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "main", worker = (
    modules = [(name = "worker.mjs", esModule = embed ${module})],
    compatibilityDate = "2026-10-01",
    bindings = [(name = "ORDER", text = ${JSON.stringify(order)})],
  )),
  (name = "internet", network = (allow = ["public", "private"])),
]);
`,
  )
  return { file: findWorkerd(), args: ['test', path] }
}
