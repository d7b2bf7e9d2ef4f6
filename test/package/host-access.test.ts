import { transform } from 'esbuild'
import { expect, it } from 'vitest'
import { listSources, readText } from './project.ts'

/**
 * What the host offers, and the only files (or folders, with `/`) that may touch it.
 * `globalThis.fetch` counts as `fetch`; `globalThis` alone is a probe such as `'Deno' in globalThis`.
 */
const HOST: Readonly<Record<string, readonly string[]>> = {
  'Date.now': ['src/platform/'],
  performance: ['src/platform/'],
  'Math.random': [],
  'crypto.getRandomValues': ['src/platform/'],
  'crypto.subtle': ['src/crypto/'],
  crypto: [],
  fetch: ['src/transport/', 'src/cli/doctor-probe.ts'],
  XMLHttpRequest: [],
  WebSocket: [],
  setTimeout: ['src/transport/', 'src/emulator/'],
  clearTimeout: ['src/transport/', 'src/emulator/'],
  setInterval: [],
  setImmediate: [],
  'AbortSignal.timeout': [],
  'AbortSignal.any': [],
  Buffer: [],
  process: ['src/cli/'],
  window: [],
  document: [],
  // Is this a page? Is this Deno, which resends on a dead connection? Where are its variables?
  globalThis: [
    'src/options.ts',
    'src/sign/acs3.ts',
    'src/transport/network.ts',
    'src/credentials/from-env.ts',
  ],
  self: [],
  navigator: [],
  location: [],
  localStorage: [],
  Deno: [],
  Bun: [],
  console: ['src/cli/'],
  eval: [],
  Function: [],
}

const touched = (await Promise.all(listSources().map(findHostAccess))).flat()

it('host access: each part of the host is touched only where the table says', () => {
  const wrong = touched.filter(({ file, name }) => {
    const places = HOST[name] ?? []
    return !places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place))
  })
  expect(wrong.map(({ file, name }) => `${file} uses ${name}`)).toEqual([])
})

it('host access: the search finds what the platform, the crypto and the transport use', () => {
  const pairs = touched.map(({ file, name }) => `${file.split('/')[1]} ${name}`)
  const known = ['platform Date.now', 'platform crypto.getRandomValues', 'crypto crypto.subtle']
  expect(pairs).toEqual(expect.arrayContaining([...known, 'transport fetch']))
  expect(pairs).toContain('transport setTimeout')
})

it('host access: the search sees through globalThis and leaves local names alone', async () => {
  const code = `const f = (fetch) => fetch(x.crypto, { process: Date.parse('') })
    globalThis.crypto?.subtle; globalThis?.fetch('x'); 'Bun' in globalThis; Math.min(Math.random())`
  const found = ['Math.random', 'crypto.subtle', 'fetch', 'globalThis']
  expect((await findHostNames(code)).sort()).toEqual(found)
})

it('host access: nobody reads the clock through the Date constructor', async () => {
  const wrong: string[] = []
  for (const file of listSources()) {
    const { code } = await transform(readText(file), { loader: 'ts' })
    if (/\bnew Date\(\)|(?<!new |\.)\bDate\(/.test(code)) wrong.push(file)
  }
  expect(wrong).toEqual([])
})

async function findHostAccess(file: string): Promise<{ file: string; name: string }[]> {
  return (await findHostNames(readText(file))).map((name) => ({ file, name }))
}

/** esbuild resolves the scopes: it marks a global, never a local name, a property or a type. */
async function findHostNames(source: string): Promise<string[]> {
  const roots = new Set(Object.keys(HOST).map((name) => name.split('.')[0] ?? name))
  const define = Object.fromEntries([...roots].map((root) => [root, `HOST_${root}`]))
  const { code } = await transform(source, { loader: 'ts', define })
  const direct = code.replace(/\bHOST_globalThis\??\.(\w+)/g, 'HOST_$1')
  const names = [...direct.matchAll(/\bHOST_(\w+)(?:\??\.(\w+))?/g)].flatMap(
    ([, root, property]) => {
      return [`${root}.${property}`, `${root}`].find((name) => name in HOST) ?? []
    },
  )
  return [...new Set(names)]
}
