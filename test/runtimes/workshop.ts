/**
 * Makes what the runtimes load, each thing once: bundles, modules, installed projects, a registry
 * and a site, in a folder that is thrown away.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BUN } from './binaries.ts'
import { bundle } from './bundle.ts'
import type { Host } from './bundle.ts'
import { run } from './child.ts'
import { npm } from './npm.ts'
import { HERE, ROOT, writeLibrary } from './project.ts'
import type { Form } from './project.ts'
import { startRegistry } from './registry.ts'
import type { Site } from './serve.ts'
import { serveProject } from './site.ts'

/** Where things are made; nothing is made before it is asked for. */
export interface Workshop {
  readonly folder: string
  /** Bundles a driver with the library in it; gives the file. */
  readonly bundle: (driver: string, host: Host, form: Form) => Promise<string>
  /** Makes a module of the library for `import()`; gives its URL. */
  readonly module: (form: Form, installer: Installer) => Promise<string>
  /** Starts the registry that has the packed tarball. */
  readonly registry: () => Promise<Site>
  /** Starts the site that has the project's files, and an empty page. */
  readonly site: () => Promise<Site>
  /** Stops whatever was started. */
  readonly close: () => Promise<void>
}

/** Who installs the tarball. Deno does so when it imports it. */
export type Installer = 'npm' | 'bun' | 'deno'

/** Opens a workshop in an empty folder. */
export function openWorkshop(folder: string): Workshop {
  const inFolder = (name: string): string => join(folder, name)
  const locateFile = (path: string): string => pathToFileURL(join(ROOT, path)).href
  for (const form of ['dist', 'url'] as const) {
    writeFileSync(inFolder(`library-${form}.mjs`), writeLibrary(form, locateFile))
  }
  const forDeno = writeLibrary('package', (name) => `npm:${name}`)
  writeFileSync(inFolder('library-deno.mjs'), forDeno)

  const started: Promise<Site>[] = []
  const start = (site: Promise<Site>): Promise<Site> => {
    started.push(site)
    return site
  }
  const registry = once(() => start(startRegistry(makeFolder(inFolder('packed')))))
  const site = once(() => start(serveProject()))
  const projects = {
    npm: once(async () => installWithNpm(makeProject(inFolder('npm')), (await registry()).origin)),
    bun: once(async () => installWithBun(makeProject(inFolder('bun')), (await registry()).origin)),
  }
  const bundles = new Map<string, () => Promise<string>>()
  const makeBundle = async (driver: string, host: Host, form: Form): Promise<string> => {
    const isPackage = form === 'package'
    const contents = writeLibrary(form, isPackage ? String : (path) => join(ROOT, path))
    const resolveDir = isPackage ? await projects.npm() : ROOT
    const outfile = inFolder(`${driver}-${host}-${form}.${host === 'page' ? 'js' : 'mjs'}`)
    await bundle({ driver, host, outfile, minify: isPackage, library: { contents, resolveDir } })
    return outfile
  }
  return {
    folder,
    registry,
    site,
    bundle(driver, host, form) {
      const key = [driver, host, form].join()
      const made = bundles.get(key) ?? once(() => makeBundle(driver, host, form))
      bundles.set(key, made)
      return made()
    },
    async module(form, installer) {
      if (form === 'src') return pathToFileURL(join(HERE, 'library.ts')).href
      if (form !== 'package') return pathToFileURL(inFolder(`library-${form}.mjs`)).href
      if (installer === 'deno') return pathToFileURL(inFolder('library-deno.mjs')).href
      return pathToFileURL(join(await projects[installer](), 'library.mjs')).href
    },
    async close() {
      const sites = await Promise.allSettled(started)
      for (const one of sites) if (one.status === 'fulfilled') one.value.stop()
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

function makeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true })
  return folder
}

/** An empty project, and a module in it that imports the package by its name. */
function makeProject(folder: string): string {
  makeFolder(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  writeFileSync(join(folder, 'library.mjs'), writeLibrary('package', String))
  return folder
}

async function installWithNpm(folder: string, registry: string): Promise<string> {
  const flags = [`--registry=${registry}`, `--cache=${join(folder, 'cache')}`]
  await run(npm(['install', 'saf-edge', ...flags], { cwd: folder }))
  return folder
}

async function installWithBun(folder: string, registry: string): Promise<string> {
  const env = {
    BUN_CONFIG_REGISTRY: registry,
    npm_config_registry: registry,
    BUN_INSTALL_CACHE_DIR: join(folder, 'cache'),
  }
  await run({ file: BUN, args: ['add', 'saf-edge'], cwd: folder, env })
  return folder
}
