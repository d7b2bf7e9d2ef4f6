/**
 * Builds `dist/` from `src/`: `node build.mjs [--out <folder>]`.
 *
 * 1. `dist/**`: one JavaScript module and one `.d.ts` per source file, by tsc.
 * 2. `dist/sign/core.js` and `dist/core.js`: the modules that signing needs, and those that a
 *    client needs beyond them, joined; all others import these instead. Each file less is about a
 *    millisecond less before a process's first signature.
 * 3. `dist/url/*.js`: per subpath one minified file that needs nothing else, for imports by URL.
 *
 * The subpaths are read from `exports` in package.json: a new subpath needs a line there and
 * nothing here. The same sources give the same bytes, so a test compares `dist/` with a new build.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = dirname(fileURLToPath(import.meta.url))
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } })
const destination = resolve(root, values.out)
if (!relative(destination, root).startsWith('..')) {
  throw new RangeError('"--out" expected a folder to overwrite, got one that holds the project')
}

/** What each of these entries imports is joined, in this order. `loader` goes into its entry. */
const JOINTS = [
  { entry: 'sign/index.js', joint: 'sign/core.js', loader: 'sign/explain-mismatch.js' },
  { entry: 'index.js', joint: 'core.js' },
]
/**
 * Loaded when it is wanted, and whole: of what it shared with others, bundlers that make one file
 * would have to make something that can be loaded late, for everybody.
 */
const LAZY = 'sign/explain.js'
/** What `./errors` needs stays apart, so that it loads nothing else. */
const APART = 'read-field.js'

const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
// Built aside and copied at the end: a build that fails leaves the old `dist/` whole.
const aside = mkdtempSync(join(tmpdir(), 'saf-edge-build-'))
const out = join(aside, 'dist')
try {
  compileModules()
  await bundleInto(LAZY, { entryPoints: [LAZY] }, [])
  for (const joint of JOINTS) await joinModules(joint)
  finishModules()
  dropModules()
  await bundleSubpaths()
  rmSync(destination, { recursive: true, force: true })
  cpSync(out, destination, { recursive: true })
} catch (error) {
  console.error(`build: ${error.message}`)
  process.exitCode = 1
} finally {
  rmSync(aside, { recursive: true, force: true })
}

/** The command line first: it also emits what it imports, which the second run overwrites. */
function compileModules() {
  runTsc('src/cli', '--declaration', 'false', '--isolatedDeclarations', 'false')
  runTsc('.')
}

function runTsc(project, ...flags) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const args = [tsc, '-p', project, '--noEmit', 'false', '--outDir', out, ...flags]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`tsc -p ${project} found errors, listed above`)
}

/** Joins the modules that an entry imports, directly or not, and points everybody to the joint. */
async function joinModules({ entry, joint, loader }) {
  const others = JOINTS.flatMap((other) => [other.entry, other.joint])
  const apart = [...others, ...listEntries(), LAZY, APART].filter((path) => path !== entry)
  const { metafile } = await bundleInto(joint, { entryPoints: [entry] }, apart)
  const inputs = Object.keys(metafile.inputs).filter((path) => path !== entry)
  const parts = inputs.filter((path) => path !== loader)
  const contents = parts.map((path) => `export * from './${path}'`).join('\n')
  await bundleInto(joint, { stdin: { contents, resolveDir: out } }, apart)
  for (const file of listFiles(out)) if (file.endsWith('.js')) pointTo(joint, parts, file)
  await bundleInto(entry, { entryPoints: [entry] }, [...apart, joint])
  const names = []
  for (const path of parts) names.push(...(await leaveName(joint, path)))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Error(`${joint} joins two modules that export ${twice}: rename one`)
  if (loader) await leaveName(entry, loader)
}

/** Bundles modules of `dist/` into one of them. */
function bundleInto(file, input, external) {
  return build({
    ...input,
    absWorkingDir: out,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    metafile: true,
    packages: 'external',
    external: external.map((path) => join(out, path)),
    outfile: join(out, file),
    allowOverwrite: true,
  })
}

/** Leaves a module's names where it was: by URL its declarations are found through it. */
async function leaveName(joint, path) {
  const options = { entryPoints: [path], absWorkingDir: out, outfile: join(out, path) }
  const { metafile } = await build({ ...options, format: 'esm', metafile: true, write: false })
  const [{ exports }] = Object.values(metafile.outputs)
  const names = exports.sort().join(', ')
  writeFileSync(join(out, path), `export { ${names} } from '${specifierOf(joint, path)}'\n`)
  return exports
}

/** How one file names another: `sign/core.js` from `codec/json.js` is `../sign/core.js`. */
function specifierOf(target, from) {
  const found = relative(dirname(from), target).replaceAll('\\', '/')
  return found.startsWith('.') ? found : `./${found}`
}

/** Has a file import a joint module instead of its parts. */
function pointTo(joint, parts, file) {
  const point = (statement, before, specifier) =>
    parts.includes(join(dirname(file), specifier).replaceAll('\\', '/'))
      ? `${before}'${specifierOf(joint, file)}'`
      : statement
  const text = readFileSync(join(out, file), 'utf8')
  writeFileSync(join(out, file), text.replace(/(\bfrom )'(\.[^']*)'/g, point))
}

/** Makes the modules usable by URL: Deno reads the types named in the first line. */
function finishModules() {
  for (const file of listFiles(out)) {
    const path = join(out, file)
    const text = readFileSync(path, 'utf8')
    if (file.endsWith('.d.ts')) writeFileSync(path, withJsSpecifiers(text))
    else if (file === 'cli/main.js') chmodSync(path, 0o755)
    else if (!file.startsWith('cli/') && !JOINTS.some(({ joint }) => joint === file)) {
      const name = file.slice(file.lastIndexOf('/') + 1, -'.js'.length)
      writeFileSync(path, `/* @ts-self-types="./${name}.d.ts" */\n${text}`)
    }
  }
}

/** Drops what is joined elsewhere and reached by no subpath and no command, as code or as types. */
function dropModules() {
  const entries = listEntries()
  const types = entries.map((path) => path.replace(/\.js$/, '.d.ts'))
  const reached = new Set([...entries, 'cli/main.js', ...types])
  for (const file of reached) {
    const extension = file.endsWith('.d.ts') ? '.d.ts' : '.js'
    const text = readFileSync(join(out, file), 'utf8')
    for (const [, found = ''] of text.matchAll(/\b(?:from|import) ?\(?['"](\.[^'"]*)\.js['"]/g)) {
      reached.add(join(dirname(file), found).replaceAll('\\', '/') + extension)
    }
  }
  for (const file of listFiles(out)) {
    const module = file.replace(/(\.d)?\.[jt]s$/, '')
    const isReached = reached.has(`${module}.js`) || reached.has(`${module}.d.ts`)
    if (!isReached) rmSync(join(out, file))
  }
}

/** tsc rewrites `./x.ts` to `./x.js` in JavaScript only; by URL the `.ts` would be a 404. */
function withJsSpecifiers(declarations) {
  return declarations.replace(
    /(\bfrom |\bimport |\bimport\()(['"])(\.[^'"]*)\.ts\2/g,
    '$1$2$3.js$2',
  )
}

async function bundleSubpaths() {
  const packages = new Map()
  for (const [subpath, target] of Object.entries(packageJson.exports)) {
    if (typeof target === 'string') continue // ./package.json
    const name = subpath === '.' ? 'mod' : subpath.slice('./'.length)
    const types = target.types.replace('./dist/', '../')
    const notices = await bundle(sourceOf(target.default), `url/${name}.js`, types)
    for (const [key, text] of notices) packages.set(key, text)
  }
  const sections = [...packages].sort(([a], [b]) => (a < b ? -1 : 1))
  const text = sections
    .map(([title, licence]) => `${title}\n\n${licence}`)
    .join(`\n${'-'.repeat(80)}\n\n`)
  writeFileSync(
    join(out, 'url/LICENSES.txt'),
    `Packages copied into the files of this folder, with their licences.\n\n${text}`,
  )
}

/**
 * Bundles one subpath and returns the licences of the packages it took in.
 *
 * @param {string} source the entry, relative to the project
 * @param {string} file the bundle, relative to the output folder
 * @param {string} types the entry's declarations, relative to the bundle
 */
async function bundle(source, file, types) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['browser', 'module', 'main'],
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'eof',
    metafile: true,
    write: false,
    outfile: join(out, file),
  })
  const [output] = Object.values(result.metafile.outputs)
  if (output.imports.length > 0) {
    throw new Error(`${file} imports ${output.imports[0].path}: it must be self-contained`)
  }
  const notices = licencesOf(Object.keys(result.metafile.inputs))
  const lines = [...notices.keys()].map((title) => `/*! ${title}; text in LICENSES.txt */\n`)
  const code = result.outputFiles[0].text
  mkdirSync(dirname(join(out, file)), { recursive: true })
  writeFileSync(join(out, file), `/* @ts-self-types="${types}" */\n${code}${lines.join('')}`)
  return notices
}

/** Title and licence text of every package among the inputs of a bundle. */
function licencesOf(inputs) {
  const names = inputs.flatMap(
    (path) => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  )
  const notices = new Map()
  for (const name of [...new Set(names)].sort()) {
    const folder = join(root, 'node_modules', name)
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const text = readFileSync(join(folder, 'LICENSE'), 'utf8').replaceAll('\r\n', '\n').trim()
    notices.set(`${name} ${version}, ${license} licence`, `${text}\n`)
  }
  return notices
}

/** The modules behind the subpaths, relative to `dist/`. */
function listEntries() {
  const targets = Object.values(packageJson.exports).flatMap((target) => target.default ?? [])
  return targets.map((target) => target.replace('./dist/', ''))
}

/** `./dist/sign/index.js` → `src/sign/index.ts` */
function sourceOf(distPath) {
  return distPath.replace('./dist/', 'src/').replace(/\.js$/, '.ts')
}

/** Every file below a folder, with forward slashes, sorted. */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}
