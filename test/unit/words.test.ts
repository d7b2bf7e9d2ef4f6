/**
 * The texts that a user reads say what the code does: sizes, names, codes, versions and links.
 *
 * @module
 */
import { build } from 'esbuild'
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { listSubpaths, readJson, readText, ROOT } from '../package/project.ts'
import type { PackageJson } from '../package/project.ts'
import { collectMarkdown } from './examples/collect.ts'

const READMES = ['README.md', 'README.zh-CN.md']
const TEXTS = [...READMES, 'SECURITY.md', 'playground/GUIDES.md', 'playground/README.md']
const [english = '', chinese = ''] = READMES.map(readText)

describe.each(READMES)('words: %s', (file) => {
  const text = readText(file)

  it('says in its first sentence what createSaf weighs, in whole kilobytes', async () => {
    const kilobytes = (await measureKilobytes()).toFixed(0)
    expect(text.split('\n\n')[1]).toMatch(new RegExp(`\\b${kilobytes} kB`))
  })

  it('compares a createSaf whose size is not off by more than 3 %', async () => {
    const compared = Number(/^\| `saf-edge` \| ([\d.]+) kB/m.exec(text)?.[1])
    expect(Math.abs(compared / (await measureKilobytes()) - 1)).toBeLessThan(0.03)
  })

  it('compares the versions that the benchmark pins', () => {
    const { devDependencies } = readJson<PackageJson>('test/bench/package.json')
    const rows = [...text.matchAll(/^\| `([^`]+)` (\d[\d.]*) \|/gm)]
    const compared = rows.map(([, name = '', version]) => [name, version])
    expect(compared.map(([name]) => name)).toContain('@alicloud/pop-core')
    expect(compared).toEqual(compared.map(([name = '']) => [name, devDependencies[name]]))
  })

  it('quotes the medians that the benchmark last wrote', () => {
    const table = /<!-- speed: npm run bench -->(.*)<!-- end of speed -->/s.exec(text)?.[1] ?? ''
    const [, , ...rows] = table.trim().split('\n').map(splitRow)
    expect(rows.length).toBeGreaterThan(0)
    const bars = readText('test/bench/results.md').split('\n').map(splitRow)
    for (const [runtime = '', ...medians] of rows) {
      const known = bars.flatMap(([, name, , , value]) => (name === runtime ? [value] : []))
      const measured = known.map((value) => value?.split(' ')[0])
      expect(measured).toEqual(expect.arrayContaining(medians.filter(Boolean)))
    }
  })

  it('lists under API what each subpath exports', async () => {
    const rows = [...text.matchAll(/^\| `(saf-edge[\w/-]*)` \| (`\w+`(?: `\w+`)*) \|$/gm)]
    const listed = rows.map(([, name, values = '']) => [name, values.match(/\w+/g)?.sort()])
    const exported = listSubpaths().map(async ({ name, source }) => {
      const module = (await import(pathToFileURL(join(ROOT, source)).href)) as object // why: a module
      return [name.replace('.', 'saf-edge'), Object.keys(module).sort()]
    })
    expect(listed).toEqual(await Promise.all(exported))
  })

  it('has a row for each code of an error, and for no other', () => {
    const rows = [...text.matchAll(/^\| `(ERR_SAF_\w+)` \|/gm)].map(([, code]) => code)
    const codes = new Set(readText('src/errors.ts').match(/(?<=')ERR_SAF_\w+(?=')/g))
    expect(rows.sort()).toEqual([...codes].sort())
  })
})

describe('words: README.zh-CN.md keeps in step with README.md', () => {
  it('has the same headings, by level', () => {
    expect(readLevels(chinese)).toEqual(readLevels(english))
  })

  it('has the same code, byte by byte', () => {
    expect(readFences(chinese)).toEqual(readFences(english))
  })

  it('has tables of the same shape, and the generated one as it is', () => {
    const shape = (text: string): number[] => {
      const rows = text.split('\n').filter((line) => line.startsWith('|'))
      return rows.map((line) => line.replaceAll('\\|', '').split('|').length)
    }
    expect(shape(chinese)).toEqual(shape(english))
    expect(readSupport(chinese)).toBe(readSupport(english))
  })

  it('has the same links, and names the same things in code', () => {
    const links = (text: string): string[] => [...text.matchAll(/\]\(([^)]+)\)/g)].map(first)
    expect(links(chinese)).toEqual(links(english))
    const names = (text: string): string[] => {
      const prose = text.replaceAll(/^```.*?^```$/gms, '')
      return [...new Set([...prose.matchAll(/`([^`\n]+)`/g)].map(first))].sort()
    }
    expect(names(chinese)).toEqual(names(english))
  })
})

it.each(TEXTS)('words: %s links to files and headings that exist', (file) => {
  const links = [...readText(file).matchAll(/\]\(([^)\s]+)\)/g)].map(first)
  const wrong = links.filter((link) => {
    if (link.startsWith('https:')) return false
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? file : normalize(join(dirname(file), path))
    if (!existsSync(join(ROOT, target))) return true
    return anchor !== undefined && !readAnchors(readText(target)).includes(anchor)
  })
  expect(wrong).toEqual([])
})

it.each(TEXTS)(
  'words: %s takes no env as a Record, since the Env of wrangler fits none',
  (file) => {
    expect(readText(file)).not.toMatch(/\benv: Record</)
  },
)

it('words: the README keeps to the order of the house', () => {
  const sections = [...english.matchAll(/^## (.*)/gm)].map(first)
  const order = ['Try it without an account', 'Works in', 'Compared']
  const rest = ['Keep the secret on the server', 'Guide', 'API', 'Playground', 'License']
  expect(sections).toEqual([...order, ...rest])
  const [example] = collectMarkdown('README.md', english)
  expect(example?.code.trim().split('\n').length).toBeLessThan(15)
})

/** As in test/package/size.test.ts: minified, `gzip -9`. */
async function measureKilobytes(): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: "export { createSaf } from './src/index.ts'", resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    legalComments: 'none',
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    write: false,
  })
  const bytes = outputFiles[0]?.contents ?? new Uint8Array()
  return gzipSync(bytes, { level: 9 }).length / 1000
}

function readLevels(text: string): (string | undefined)[] {
  const prose = text.replaceAll(/^```.*?^```$/gms, '')
  return [...prose.matchAll(/^(#+) /gm)].map(first)
}

function readFences(text: string): string[] {
  return [...text.matchAll(/^```.*?^```$/gms)].map(([fence]) => fence)
}

function readSupport(text: string): string {
  const [, table = ''] = /^<!-- support table(.*?)^<!-- end of/ms.exec(text) ?? []
  return table
}

/** How the pages that show Markdown make anchors of headings. */
function readAnchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)/gm)].map(([, heading = '']) => {
    const words = heading.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, '')
    return words.replaceAll(' ', '-')
  })
}

function first([, found = '']: readonly string[]): string {
  return found
}

/** The cells of a line of a Markdown table. */
function splitRow(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
