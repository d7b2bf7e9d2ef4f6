/**
 * The support table as data: the platforms, what stands for each in the matrix, and what cannot
 * exist there, which is the only reason for which a test is ever skipped. An exception that no
 * longer skips anything is a failure, so the table cannot go stale.
 *
 * @module
 */

/** A row of the support table. */
export interface Platform {
  readonly title: string
  /** How users get the library there, in Markdown. */
  readonly use: string
  /** The runtimes of the matrix that stand for it. */
  readonly runtimes: readonly string[]
  /** The packages of the registry that bring them, by their names in package.json. */
  readonly packages: readonly string[]
}

/** Why tests are skipped on a runtime. */
export interface Exception {
  readonly runtime: string
  /** The suites by name, or all but these; without `tests` the whole of each. */
  readonly suites: readonly string[] | { readonly allBut: readonly string[] }
  /** Only the tests whose names match. */
  readonly tests?: RegExp
  readonly reason: string
}

const IMPORT = "`import { createSaf } from 'saf-edge'`"

/** The platforms, in the order of the README. */
export const platforms: readonly Platform[] = [
  {
    title: 'Cloudflare Workers',
    use: `${IMPORT}, with or without \`nodejs_compat\``,
    runtimes: ['workerd', 'workerd-node', 'cloudflare-vitest'],
    packages: ['workerd', '@cloudflare/vitest-plugin'],
  },
  {
    title: 'Node 20.19 and newer',
    use: IMPORT,
    runtimes: ['node', 'node20', 'node22', 'node24'],
    packages: ['node20', 'node22', 'node24'],
  },
  { title: 'Bun', use: IMPORT, runtimes: ['bun'], packages: ['bun'] },
  {
    title: 'Deno',
    use: "`import { createSaf } from 'npm:saf-edge'`, or a URL: `…/dist/url/mod.js`, with types",
    runtimes: ['deno', 'deno-url'],
    packages: ['deno'],
  },
  {
    title: 'Browsers',
    use: 'any bundler, or `<script type="module">` with `dist/url/mod.js`',
    runtimes: ['chromium', 'happy-dom'],
    packages: ['@sparticuz/chromium', 'happy-dom'],
  },
  {
    title: 'Vercel Edge Runtime',
    use: IMPORT,
    runtimes: ['edge-vm'],
    packages: ['@edge-runtime/vm'],
  },
  {
    title: 'Bare engines, such as QuickJS',
    use: "`import { signatureSync } from 'saf-edge/noble'`",
    runtimes: ['quickjs'],
    packages: ['quickjs-emscripten'],
  },
]

const NO_CORS = 'HTML pages of the front end carry no CORS header: a page cannot read them'

/** Tells whether an exception is about a suite. */
export function concerns({ suites }: Exception, name: string): boolean {
  return 'allBut' in suites ? !suites.allBut.includes(name) : suites.includes(name)
}

/** What cannot exist. */
export const exceptions: readonly Exception[] = [
  { runtime: 'chromium', suites: ['sockets'], tests: /414 in HTML/, reason: NO_CORS },
  { runtime: 'happy-dom', suites: ['sockets'], tests: /414 in HTML/, reason: NO_CORS },
  {
    runtime: 'quickjs',
    suites: { allBut: ['sign'] },
    reason: 'signing only: there is no fetch, URL, Response, AbortSignal or timer',
  },
  {
    runtime: 'quickjs',
    suites: ['sign'],
    tests:
      /webHmacSha1|by default|never gives|whatever the order|leaves its|secrets with|an empty method/,
    reason: 'there is no Web Crypto',
  },
  {
    runtime: 'quickjs',
    suites: ['sign'],
    tests: /^signForm (?!and)/,
    reason: 'there is no TextDecoder',
  },
]
