/**
 * The project's files on loopback, for a page and for Deno by URL; the library is `dist/url/`.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, writeLibrary } from './project.ts'
import { serve } from './serve.ts'
import type { Page, Site } from './serve.ts'

const TYPES: Readonly<Record<string, string>> = {
  ts: 'application/typescript',
  js: 'text/javascript',
}

/** Starts the site: an empty page at `/`, and below it the files of `test/` and `dist/`. */
export function serveProject(): Promise<Site> {
  return serve(findPage)
}

function findPage(path: string): Page | undefined {
  if (path === '/') return { body: '<!doctype html><title>saf-edge</title>', type: 'text/html' }
  const [, extension = ''] = /^\/(?:test|dist)\/[\w/-]+\.(ts|js)$/.exec(path) ?? []
  const type = TYPES[extension]
  if (type === undefined) return undefined
  if (path === '/test/runtimes/library.ts') {
    return { body: writeLibrary('url', (file) => `/${file}`), type }
  }
  return { body: readFileSync(join(ROOT, path)), type }
}
