import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
// @ts-expect-error: a script, which has no types
import { buildPlayground } from '../../playground/build.mjs'
// @ts-expect-error: a script, which has no types
import { servePlayground } from '../../playground/serve.mjs'

/** What a browser loads to show the page, in bytes, gzipped. */
const MAX_BYTES = 60_000

interface Site {
  readonly files: ReadonlyMap<string, string>
  readonly first: readonly string[]
}

const { files, first }: Site = await buildPlayground()
const page = files.get('index.html') ?? ''

it('build: the page weighs less than 60 kB, gzipped', () => {
  const bytes = first.map((name) => gzipSync(files.get(name) ?? '', { level: 9 }).length)
  const total = bytes.reduce((sum, each) => sum + each, 0)
  process.stdout.write(`playground: ${total} bytes to load\n`)
  expect(total).toBeGreaterThan(20_000)
  expect(total).toBeLessThan(MAX_BYTES)
})

it('build: the same sources give the same files', async () => {
  const again: Site = await buildPlayground()
  expect([...again.files]).toEqual([...files])
})

it('build: vectors that are not on offer stay out', () => {
  const all = [...files.values()].join('')
  expect(all.includes('OLeaidS1JvxuMvnyHOwuJ+uX5qY=')).toBe(true)
  expect(all.includes('rds-DescribeDBInstances')).toBe(false)
})

it('build: what the page names is there, and nothing comes from elsewhere', () => {
  const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name ?? '')
  expect(named.filter((name) => name !== 'data:,' && !files.has(name))).toEqual([])
  expect(named).toContain('main.js')
  const css = files.get('style.css') ?? ''
  expect(css).not.toMatch(/url\(|@import/)
})

it('build: the policy allows no inline code, and the server says the same and more', async () => {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(policy).toMatch(/default-src 'none'/)
  expect(policy).not.toMatch(/unsafe/)
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/)
  const site: { url: string; close: () => void } = await servePlayground(0)
  try {
    const response = await fetch(site.url)
    expect(response.headers.get('content-security-policy')).toBe(
      `${policy}; frame-ancestors 'none'`,
    )
    expect((await fetch(`${site.url}../package.json`)).status).toBe(404)
  } finally {
    site.close()
  }
})
