/**
 * Bundles drivers for runtimes that cannot load the sources, the way users bundle for them.
 *
 * @module
 */
import { build } from 'esbuild'
import type { BuildOptions, Plugin } from 'esbuild'
import { join } from 'node:path'
import { HERE } from './project.ts'

/** The module that takes the place of `library.ts`. */
export interface LibraryModule {
  readonly contents: string
  /** The folder from which it imports. */
  readonly resolveDir: string
}

const OPTIONS = {
  node: { format: 'esm', platform: 'node' },
  /** As Wrangler does. */
  worker: { format: 'esm', platform: 'browser', conditions: ['workerd', 'worker', 'browser'] },
  /** As one classic script. */
  page: { format: 'iife', platform: 'browser' },
} as const satisfies Readonly<Record<string, BuildOptions>>

/** What a bundle is for. */
export type Host = keyof typeof OPTIONS

/** A bundle to make. */
export interface BundleOrder {
  readonly driver: string
  readonly host: Host
  readonly library: LibraryModule
  readonly outfile: string
  /** As users minify what they build. */
  readonly minify: boolean
}

/** Bundles a driver with the library in it. */
export async function bundle(order: BundleOrder): Promise<void> {
  const { driver, host, library, minify, outfile } = order
  await build({
    ...OPTIONS[host],
    entryPoints: [join(HERE, driver)],
    bundle: true,
    minify,
    outfile,
    target: 'es2022',
    logLevel: 'warning',
    plugins: [replaceLibrary(library)],
  })
}

function replaceLibrary({ contents, resolveDir }: LibraryModule): Plugin {
  return {
    name: 'replace-library',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]runtimes[\\/]library\.ts$/ }, () => ({ contents, resolveDir }))
    },
  }
}
