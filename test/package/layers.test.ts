import { dirname, join } from 'node:path/posix'
import { expect, it } from 'vitest'
import { listSources, readText } from './project.ts'

/** The levels of the design: a file may import its own folder on its level, and lower levels. */
const LEVELS: Readonly<Record<string, number>> = {
  'errors.ts': 0,
  'events.ts': 0,
  'flow.ts': 0,
  'outcome.ts': 0,
  'read-field.ts': 0,
  'types.ts': 0,
  'version.ts': 0,
  platform: 1,
  crypto: 1,
  codec: 1,
  sign: 2,
  'options.ts': 3,
  'gateway.ts': 3,
  'request.ts': 3,
  'response.ts': 3,
  transport: 3,
  'caller.ts': 4,
  'client.ts': 4,
  credentials: 5,
  saf: 5,
  emulator: 5,
  ky: 5,
  limiter: 5,
  handler: 5,
  batch: 5,
  'index.ts': 6,
  cli: 6,
}

/** What the emulator shares with the client: it must not repeat the client's mistakes. */
const EMULATOR_MAY_IMPORT = ['sign', 'codec', 'crypto', 'platform', 'types.ts']

/** The only files that may import a package, and the package. */
const PACKAGES: Readonly<Record<string, string>> = {
  '@noble/hashes': 'src/crypto/noble.ts',
  '@rgrove/parse-xml': 'src/codec/xml.ts',
  'csv-parse': 'src/cli/verify-batch-csv.ts',
}

interface Import {
  readonly file: string
  readonly isType: boolean
  /** The imported source, such as `src/errors.ts`, or the package as written. */
  readonly target: string
}

const imports = listSources().flatMap(readImports)

it('layers: every file of src stands on a level', () => {
  const strangers = listSources().filter((file) => LEVELS[unitOf(file)] === undefined)
  expect(strangers).toEqual([])
})

it('layers: the scan finds the imports of every kind', () => {
  expect(imports.length).toBeGreaterThan(listSources().length)
  const text = `import 'a'\nimport type { B } from 'b'\nexport {\n  c,\n} from 'c'\nimport d from 'd'\n`
  const dynamic = ` * import { no } from 'comment'\n  const e = await import('e')\nlet f: import('f').F\n`
  expect(scan(text + dynamic).map(({ specifier }) => specifier)).toEqual([...'abcdef'])
})

it('layers: a file imports its own folder and lower levels only', () => {
  const wrong = imports.filter(({ file, target }) => {
    if (!target.startsWith('src/')) return false
    const [from, to] = [unitOf(file), unitOf(target)]
    const [own, other] = [LEVELS[from] ?? -1, LEVELS[to] ?? Infinity]
    const isSameFolder = from === to || (from.endsWith('.ts') && to.endsWith('.ts'))
    return !(other < own || (other === own && isSameFolder))
  })
  expect(wrong.map(show)).toEqual([])
})

it('layers: the emulator shares sign and codec with the client and nothing that judges', () => {
  const wrong = imports.filter(({ file, target, isType }) => {
    if (unitOf(file) !== 'emulator' || !target.startsWith('src/')) return false
    const unit = unitOf(target)
    if (unit === 'errors.ts') return !isType
    return unit !== 'emulator' && !EMULATOR_MAY_IMPORT.includes(unit)
  })
  expect(wrong.map(show)).toEqual([])
})

it('layers: a package is imported by one file, and Node by the command line only', () => {
  const wrong = imports.filter(({ file, target }) => {
    if (target.startsWith('src/')) return false
    if (target.startsWith('node:')) return !file.startsWith('src/cli/')
    const name = /^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target
    return PACKAGES[name] !== file
  })
  expect(wrong.map(show)).toEqual([])
})

it('layers: a relative import names its file with .ts, and a folder never by itself', () => {
  const sources = new Set(listSources())
  const wrong = imports.filter(({ target }) => target.startsWith('src/') && !sources.has(target))
  expect(wrong.map(show)).toEqual([])
})

/** `src/sign/index.ts` → `sign`; `src/errors.ts` → `errors.ts`. */
function unitOf(file: string): string {
  return file.split('/')[1] ?? file
}

function readImports(file: string): Import[] {
  return scan(readText(file)).map(({ specifier, isType }) => ({
    file,
    isType,
    target: specifier.startsWith('.') ? join(dirname(file), specifier) : specifier,
  }))
}

/** The formatter puts statements at the start of a line, and comments never. */
function scan(text: string): { specifier: string; isType: boolean }[] {
  const statements = /^(?:import|export)(\s+type)?\b(?:[^'"`;=()]*?\bfrom)?\s*'([^']+)'/gm
  const calls = /^(?! ?\*|\s*\/[/*]).*?\bimport\(\s*'([^']+)'/gm
  return [
    ...[...text.matchAll(statements)].map((match) => ({
      specifier: match[2] ?? '',
      isType: match[1] !== undefined,
    })),
    ...[...text.matchAll(calls)].map((match) => ({ specifier: match[1] ?? '', isType: false })),
  ]
}

function show({ file, target }: Import): string {
  return `${file} imports ${target}`
}
