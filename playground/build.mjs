/**
 * Builds the playground: a few static files that work from any host.
 */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))

const COMMON = {
  bundle: true,
  write: false,
  minify: true,
  charset: 'utf8',
  target: 'es2022',
  legalComments: 'none',
}

/**
 * Builds the page: `files` by name, and `first`, the names of those that a browser loads at once.
 * The others come with the view that needs them.
 */
export async function buildPlayground() {
  const [scripts, style, page] = await Promise.all([
    build({
      ...COMMON,
      entryPoints: [join(here, 'main.ts')],
      outdir: here,
      format: 'esm',
      splitting: true,
      metafile: true,
      plugins: [precompute(/known-answers\.ts$/), joinTemplates(/playground.page.*\.ts$/)],
    }),
    build({ ...COMMON, entryPoints: [join(here, 'style.css')] }),
    readFile(join(here, 'index.html'), 'utf8'),
  ])
  const { outputs } = scripts.metafile
  const [main] = Object.keys(outputs).filter((name) => basename(name) === 'main.js')
  const loaded = [...listLoaded(outputs, main)].map((name) => basename(name))
  const chunks = loaded.filter((name) => name !== 'main.js')
  const links = chunks.map((name) => `<link rel="modulepreload" href="${name}" />`)
  const files = new Map([
    ['index.html', page.replace('<!-- chunks -->', links.join(''))],
    ['style.css', style.outputFiles[0].text],
    ...scripts.outputFiles.map(({ path, text }) => [basename(path), text]),
  ])
  return { files, first: ['index.html', 'style.css', ...loaded] }
}

/** Lists a file and what it imports at once, directly or not. */
function listLoaded(outputs, name, found = new Set()) {
  if (found.has(name)) return found
  found.add(name)
  const eager = outputs[name].imports.filter(({ kind }) => kind === 'import-statement')
  for (const { path } of eager) listLoaded(outputs, path, found)
  return found
}

/** Replaces a module of data by what it exports: the page carries no more than it shows. */
function precompute(filter) {
  return {
    name: 'precompute',
    setup({ onLoad }) {
      onLoad({ filter }, async ({ path }) => {
        const bundled = await build({ ...COMMON, entryPoints: [path], format: 'esm' })
        const { text } = bundled.outputFiles[0]
        const values = await import(`data:text/javascript,${encodeURIComponent(text)}`)
        const lines = Object.entries(values).map(([name, value]) => {
          return `export const ${name} = ${JSON.stringify(value)}`
        })
        return { contents: lines.join('\n'), loader: 'js' }
      })
    },
  }
}

/** Takes the indentation out of HTML templates: once minified, lines end in templates only. */
function joinTemplates(filter) {
  return {
    name: 'join-templates',
    setup({ onLoad }) {
      onLoad({ filter }, async ({ path }) => {
        const source = await readFile(path, 'utf8')
        if (!source.includes("from 'lit-html'")) return undefined
        const options = { loader: 'ts', charset: 'utf8', minifyWhitespace: true, target: 'es2022' }
        const { code } = await transform(source, options)
        return { contents: code.replace(/\s*\n\s*/g, ' '), loader: 'js' }
      })
    },
  }
}
