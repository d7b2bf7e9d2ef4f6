/**
 * The programs that packages of the registry bring along. One that is missing fails when it is
 * started: a missing runtime is a failure.
 *
 * @module
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { HERE, ROOT } from './project.ts'

const isWindows = process.platform === 'win32'

/** Deno, Bun and workerd of the root; the files themselves, not the scripts that start them. */
export const DENO: string = join(ROOT, 'node_modules/deno', isWindows ? 'deno.exe' : 'deno')
export const BUN: string = join(ROOT, 'node_modules/bun/bin/bun.exe')

/** Finds workerd, which knows itself where it is. */
export function findWorkerd(): string {
  const found = createRequire(join(ROOT, 'package.json'))('workerd') as { default: string } // why: untyped
  return found.default
}

/** The private Node of a major version. */
export function findNode(version: '20' | '22' | '24'): string {
  return join(HERE, `node_modules/node${version}/bin/node`)
}
