/**
 * A package registry on loopback with the packed tarball and what it depends on, so that npm, Bun
 * and Deno install the package as users do, by its name.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.ts'
import { npm } from './npm.ts'
import { readPackage, ROOT } from './project.ts'
import type { PackageJson } from './project.ts'
import { serve } from './serve.ts'
import type { Site } from './serve.ts'

/** What `npm pack --json` says of each tarball. */
interface Packed {
  readonly name: string
  readonly version: string
  readonly filename: string
  readonly integrity: string
  readonly shasum: string
}

/** Packs the project and its dependencies into a folder, and serves them. */
export async function startRegistry(folder: string): Promise<Site> {
  const folders = findPackages(ROOT)
  const flags = ['--json', '--ignore-scripts', '--pack-destination', folder]
  const { stdout } = await run(npm(['pack', ...folders, ...flags]))
  const packed = JSON.parse(stdout) as Packed[] // why: npm's format, see above
  const manifests = new Map(folders.map(readPackage).map((found) => [found.name, found]))
  const { origin, ...site } = await serve((path) => {
    const name = decodeURIComponent(path.slice(1))
    const tarball = packed.find(({ filename }) => name === `-/${filename}`)
    if (tarball) return { body: readFileSync(join(folder, tarball.filename)) }
    const found = packed.find((one) => one.name === name)
    const manifest = manifests.get(name)
    if (!found || !manifest) return undefined
    return {
      body: JSON.stringify(writePackument(found, manifest, origin)),
      type: 'application/json',
    }
  })
  return { origin, ...site }
}

function writePackument(packed: Packed, manifest: PackageJson, origin: string): unknown {
  const { name, version, filename, integrity, shasum } = packed
  const dist = { tarball: `${origin}/-/${filename}`, integrity, shasum }
  const versions = { [version]: { ...manifest, dist } }
  return {
    name,
    'dist-tags': { latest: version },
    versions,
    time: { [version]: '2026-01-01T00:00:00.000Z' },
  }
}

/** A package's folder, and those of everything it depends on. */
function findPackages(folder: string): string[] {
  const names = Object.keys(readPackage(folder).dependencies ?? {})
  return [
    folder,
    ...new Set(names.flatMap((name) => findPackages(join(ROOT, 'node_modules', name)))),
  ]
}
