import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { testFaces } from '../../../src/emulator/index.ts'
import { buildCli, CANARY, finish, watch } from './cli.ts'
import type { Cli, Run } from './cli.ts'

// Each test starts processes, and machines may be slow.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const HEAD = 'id,ref,auth,resource_code'
const OUT = ['--out', 'out.ndjson']
const EMULATED = [...OUT, '--emulator']
const ANSWER = JSON.stringify({
  Code: 200,
  RequestId: 'R',
  Data: '{"passed":"true","retCode":"OK_SUCCESS","extInfo":{"result":"true","faceAttack":"false"}}',
})

let cli: Cli
const closers: (() => void)[] = []

beforeAll(async () => {
  cli = await buildCli('installed')
})

beforeEach(() => {
  for (const name of ['out.ndjson', 'out.ndjson.journal', 'out.ndjson.journal.lock', 'pairs.csv']) {
    rmSync(join(cli.folder, name), { force: true })
  }
})

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

afterAll(() => {
  cli.remove()
})

/** Writes rows of the emulator's faces. */
function writePairs(...auths: readonly string[]): void {
  const rows = auths.map((auth, at) => `${at + 1},test:idPhoto,${auth},00840000`)
  cli.write('pairs.csv', `${[HEAD, ...rows].join('\n')}\n`)
}

function run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Run> {
  return cli.run(['verify-batch', 'pairs.csv', ...args], env)
}

function read(name: string): string {
  return readFileSync(join(cli.folder, name), 'utf8')
}

/** Reads the verdicts by id. */
function readVerdicts(): Record<string, Record<string, unknown>> {
  const lines = read('out.ndjson').trimEnd().split('\n')
  const results = lines.map((line) => JSON.parse(line) as { id: string }) // why: written by us
  expect(new Set(results.map(({ id }) => id)).size).toBe(lines.length)
  return Object.fromEntries(results.map(({ id, ...rest }) => [id, rest]))
}

/** A gateway whose answers wait until they are let go. */
async function holdCalls(): Promise<{
  readonly args: readonly string[]
  /** Waits until so many calls have arrived. */
  readonly arrive: (count: number) => Promise<void>
  readonly count: () => number
  readonly answer: () => void
}> {
  const held: ServerResponse[] = []
  let [count, isOpen] = [0, false]
  const server = createServer((request, response) => {
    request.resume()
    count++
    server.emit('arrival')
    if (isOpen) response.end(ANSWER)
    else held.push(response)
  }).listen(0, '127.0.0.1')
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // why: it listens on a port
  return {
    args: [...OUT, '--endpoint', `http://127.0.0.1:${port}`, '--allow-custom-endpoint'],
    count: () => count,
    async arrive(wanted) {
      while (count < wanted) await once(server, 'arrival')
    },
    answer() {
      isOpen = true
      for (const response of held.splice(0)) response.end(ANSWER)
    },
  }
}

function start(args: readonly string[]): ChildProcessWithoutNullStreams {
  return cli.start(['verify-batch', 'pairs.csv', ...args], CANARY)
}

describe('verify-batch: verdicts', () => {
  it('exits 0 when all passed, with one line a pair, and a journal', async () => {
    writePairs('test:match', 'test:match')
    const { code, stderr, stdout } = await run(EMULATED)
    expect(code).toBe(0)
    expect(stderr).toBe('Verifying 2 pairs of "pairs.csv", asking the embedded emulator\n')
    expect(stdout).toMatch(/^✓ All passed {2}2 pairs\n/)
    expect(stdout).toMatch(/passed +2\n +not passed +0\n +failed +0\n +unknown +0\n/)
    expect(readVerdicts()).toEqual({
      1: { status: 'passed', verdict: expect.objectContaining({ passed: true, decision: 'pass' }) },
      2: { status: 'passed', verdict: expect.objectContaining({ passed: true, decision: 'pass' }) },
    })
    expect(read('out.ndjson.journal').trimEnd().split('\n')).toHaveLength(5)
    expect(existsSync(join(cli.folder, 'out.ndjson.journal.lock'))).toBe(false)
  })

  it('exits 1 when some did not pass', async () => {
    writePairs('test:match', 'test:mismatch', 'test:spoof', 'test:unreadable')
    const { code, stdout } = await run(EMULATED)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✓ Done {2}4 pairs\n/)
    expect(stdout).toMatch(/not passed +3; nothing decided: 1\n/)
    expect(
      Object.values(readVerdicts())
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['not-passed', 'not-passed', 'not-passed', 'passed'])
  })

  it('exits 3 when one has no verdict, and says which, and why', async () => {
    writePairs('test:match', 'missing.jpg', 'photos', 'png.jpg')
    cli.write('png.jpg', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))
    const { code, stderr, stdout } = await run(EMULATED)
    expect(code).toBe(3)
    expect(stderr).toMatch(/2 +ERR_PHOTO: "authFaceContent" could not be read \(ENOENT\)\n/)
    expect(stderr).toMatch(/3 +ERR_PHOTO: "authFaceContent" could not be read \(NOT_A_FILE\)\n/)
    expect(stderr).toMatch(/4 +ERR_INPUT: "authFaceContent" expected JPEG, got PNG\n/)
    expect(stdout).toMatch(/failed +3; not executed, and called by the same command: 3\n/)
  })

  it('says of what failed whether it is called again', async () => {
    cli.write(
      'pairs.csv',
      `${HEAD}\n1,test:idPhoto,test:match,99999999\n2,no.jpg,no.jpg,00840000\n`,
    )
    const { code, stdout } = await run(EMULATED)
    expect(code).toBe(3)
    expect(stdout).toContain(
      'failed      2; not executed, and called by the same command: 1; ' +
        'may be billed, and not called again: 1\n',
    )
  })

  it('prints with --json exactly one line, and nothing beside it', async () => {
    writePairs('test:match', 'test:mismatch', 'missing.jpg')
    const { code, stderr, stdout } = await run([...EMULATED, '--json'])
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' })
    expect(stdout).toMatch(/^[^\n]+\n$/)
    expect(JSON.parse(stdout)).toEqual({
      total: 3,
      passed: 1,
      notPassed: 1,
      inconclusive: 0,
      failed: 1,
      unknown: 0,
      resumable: 1,
      restored: 0,
      tookMs: expect.any(Number),
      out: 'out.ndjson',
      journal: 'out.ndjson.journal',
    })
  })

  it.skipIf(process.platform === 'win32')('keeps what it writes from other users', async () => {
    writePairs('test:match')
    await run(EMULATED)
    for (const name of ['out.ndjson', 'out.ndjson.journal']) {
      expect(statSync(join(cli.folder, name)).mode & 0o777).toBe(0o600)
    }
  })
})

describe('verify-batch: files of pairs', () => {
  it.each([
    [
      'quotes, CRLF and a byte order mark',
      `\uFEFF${HEAD}\r\n"a,""b""",test:idPhoto,"test:match",00840000\r\n`,
    ],
    ['semicolons', 'id;ref;auth\na,b;test:idPhoto;test:match\n'],
    ['tabs', `${HEAD}\n1,test:idPhoto,test:match,00840000\n`.replaceAll(',', '\t')],
    [
      'other columns, in another order and case, and empty lines',
      'Name,AUTH, Ref ,ID\n\nx,test:match,test:idPhoto,1\n\n',
    ],
  ])('CSV with %s', async (_, text) => {
    cli.write('pairs.csv', text)
    const { stdout } = await run([...EMULATED, '--resource-code', '00840000', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, passed: 1 })
  })

  it('NDJSON, by its name or by --format; numbers are ids too', async () => {
    const text = [
      '{"id":1,"ref":"test:idPhoto","auth":"test:match","resource_code":"00840000"}',
      '',
      '{"id":"2","ref":"test:idPhoto","auth":"test:mismatch"}',
    ].join('\r\n')
    cli.write('pairs.jsonl', text)
    const codes = ['--resource-code', '00840000', '--json']
    const byName = await cli.run(['verify-batch', ...EMULATED, 'pairs.jsonl', ...codes])
    expect(JSON.parse(byName.stdout)).toMatchObject({ total: 2, passed: 1, notPassed: 1 })
    cli.write('pairs.csv', text)
    rmSync(join(cli.folder, 'out.ndjson'))
    rmSync(join(cli.folder, 'out.ndjson.journal'))
    const byOption = await run([...EMULATED, '--format', 'ndjson', ...codes])
    expect(JSON.parse(byOption.stdout)).toMatchObject({ total: 2, passed: 1, notPassed: 1 })
  })

  it('NDJSON whose number is an id that no other number is taken for', async () => {
    const rest = '"ref":"test:idPhoto","auth":"test:match","resource_code":"00840000"'
    const ids = ['9007199254740993', '9007199254740992', '7']
    cli.write('pairs.csv', ids.map((id) => `{"id":${id},${rest}}\n`).join(''))
    const args = [...EMULATED, '--format', 'ndjson']
    expect((await run(args)).code).toBe(0)
    expect(Object.keys(readVerdicts()).sort()).toEqual([...ids].sort())
    for (const id of ['9007199254740993.0', '1e400', '1.5']) {
      cli.write('pairs.csv', `{"id":${id},${rest}}\n`)
      const { code, stderr } = await run(args)
      expect(code).toBe(2)
      expect(stderr).toMatch(/line 1 has a number as its id that is no exact one/)
    }
  })

  it("reads photos from the file's own folder", async () => {
    mkdirSync(join(cli.folder, 'elsewhere'), { recursive: true })
    cli.write('elsewhere/id.jpg', testFaces.idPhoto)
    cli.write('elsewhere/selfie.jpg', testFaces.match)
    cli.write('elsewhere/pairs.csv', `${HEAD}\n1,id.jpg,./selfie.jpg,00840000\n`)
    const { code } = await cli.run(['verify-batch', 'elsewhere/pairs.csv', ...EMULATED])
    expect(code).toBe(0)
  })

  it('needs csv-parse for CSV, names it, and nothing for NDJSON', async () => {
    const bare = await buildCli('missing')
    try {
      bare.write('pairs.csv', `${HEAD}\n1,test:idPhoto,test:match,00840000\n`)
      const csv = await bare.run(['verify-batch', 'pairs.csv', ...EMULATED])
      expect(csv.code).toBe(2)
      expect(csv.stderr).toContain('csv-parse, which is not installed')
      const line = '{"id":"1","ref":"test:idPhoto","auth":"test:match","resource_code":"00840000"}'
      bare.write('pairs.ndjson', line)
      const ndjson = await bare.run(['verify-batch', 'pairs.ndjson', ...EMULATED])
      expect(ndjson.code).toBe(0)
    } finally {
      bare.remove()
    }
  })
})

describe('verify-batch: a file that is wrong exits 2, names the line and sends nothing', () => {
  const row = 'test:idPhoto,test:match,00840000'
  it.each<readonly [string, string | Uint8Array, RegExp]>([
    ['no column auth', 'id,ref\n1,a.jpg\n', /line 2 has no auth/],
    ['an empty id', `${HEAD}\n1,${row}\n,${row}\n`, /line 3 has no id/],
    [
      'an id again',
      `${HEAD}\n1,${row}\n2,${row}\n1,${row}\n`,
      /line 4 has the id "1" of line 2 again/,
    ],
    ['a long id', `${HEAD}\n${'x'.repeat(257)},${row}\n`, /line 2 has an id of more than 256/],
    ['no resource code', 'id,ref,auth\n1,a,b\n', /line 2 has no resource_code/],
    ['a wrong resource code', `${HEAD}\n1,a,b,840000\n`, /line 2 expected eight digits/],
    ['a field too many', `${HEAD}\n1,a,b,c,d\n`, /line 2 has more or fewer fields/],
    ['a quote that is not closed', `${HEAD}\n1,"a,b,c\n`, /line 2 has a quote that is not closed/],
    ['a quote in a field', `${HEAD}\n1,a"b,c,d\n`, /line 2 has a quote in the middle/],
    ['a row without end', `${HEAD}\n1,"${'x'.repeat(70_000)}",c,d\n`, /64 KiB/],
    ['a column again', `${HEAD},Auth\n1,${row},b.jpg\n`, /line 1 has the column auth twice/],
    ['ids of Windows-1252', Buffer.from(`${HEAD}\nJosé,${row}\n`, 'latin1'), /line 2 is not UTF-8/],
    ['paths of Windows-1252', Buffer.from(`${HEAD}\n1,é,b,00840000\n`, 'latin1'), /not UTF-8/],
    ['no rows', `${HEAD}\n`, /"pairs.csv" has no pair/],
    ['nothing at all', '', /"pairs.csv" has no pair/],
    [
      'a test face that is none',
      `${HEAD}\n1,test:idPhoto,test:mtach,00840000\n`,
      /did you mean test:match/,
    ],
  ])('%s', async (_, text, message) => {
    cli.write('pairs.csv', text)
    const { code, stderr, stdout } = await run(EMULATED)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).toContain('nothing was executed')
    expect(existsSync(join(cli.folder, 'out.ndjson.journal'))).toBe(false)
  })

  it('a line of NDJSON that is none', async () => {
    cli.write('pairs.csv', `{"id":"1","ref":"a","auth":"b"}\n${HEAD}\n`)
    const { code, stderr } = await run([
      ...EMULATED,
      '--format',
      'ndjson',
      '--resource-code',
      '00840000',
    ])
    expect(code).toBe(2)
    expect(stderr).toContain('line 2 is no JSON object')
  })

  it('a test face for the real service', async () => {
    writePairs('test:match')
    const { code, stderr } = await run(OUT, CANARY)
    expect(code).toBe(2)
    expect(stderr).toContain('line 2 names a face of the emulator')
  })
})

describe('verify-batch: wrong usage exits 2 and sends nothing', () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ['no file', ['--out', 'x', '--emulator'], /no file of pairs/],
    ['two files', ['pairs.csv', 'b.csv', ...EMULATED], /unexpected "b.csv"/],
    ['a file that is not there', ['no.csv', ...EMULATED], /"no.csv" does not exist/],
    ['a folder', ['photos', ...EMULATED], /"photos" is no file/],
    ['no --out', ['pairs.csv', '--emulator'], /missing --out/],
    ['standard output as --out', ['pairs.csv', '--out', '-', '--emulator'], /--out - is no file/],
    [
      'out over the pairs',
      ['pairs.csv', '--out', './pairs.csv'],
      /the file of pairs and --out are one/,
    ],
    [
      'a journal over the pairs',
      ['pairs.csv', ...EMULATED, '--journal', 'pairs.csv'],
      /are one file/,
    ],
    ['a journal over out', ['pairs.csv', ...EMULATED, '--journal', 'out.ndjson'], /are one file/],
    ['a format', ['pairs.csv', ...EMULATED, '--format', 'xlsx'], /--format "xlsx" is unknown/],
    ['no rate', ['pairs.csv', ...EMULATED, '--qps', '0'], /--qps expected a positive number/],
    ['no concurrency', ['pairs.csv', ...EMULATED, '--concurrency', '1.5'], /whole number/],
    [
      'more calls than turns',
      ['pairs.csv', ...EMULATED, '--qps', '1', '--concurrency', '20'],
      /--concurrency 20 is too many for --qps 1/,
    ],
    ['a region', ['pairs.csv', ...EMULATED, '--region', 'mars-1'], /--region expected one of/],
    ['no keys', ['pairs.csv', ...OUT], /ALIBABA_CLOUD_ACCESS_KEY_SECRET are not set/],
  ])('%s', async (_, args, message) => {
    writePairs('test:match')
    const { code, stderr, stdout } = await cli.run(['verify-batch', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('saf-edge verify --help')
  })

  it.each([
    ['the pairs are where --out is written', 'out.ndjson.partial', ['out.ndjson', 'x']],
    ['the journal is where --out is written', 'pairs.csv', ['out.ndjson', 'out.ndjson.partial']],
    ["--out is the journal's lock", 'pairs.csv', ['x.lock', 'x']],
    ["the pairs are the journal's lock", 'x.lock', ['out.ndjson', 'x']],
  ] as const)('%s', async (_, path, [out, journal]) => {
    const text = `${HEAD}\n1,test:idPhoto,test:match,00840000\n`
    cli.write(path, text)
    const before = readdirSync(cli.folder)
    const files = [path, '--out', out, '--journal', journal, '--format', 'csv']
    const { code, stderr } = await cli.run(['verify-batch', ...files, '--emulator'])
    expect([code, stderr]).toEqual([2, expect.stringContaining(' are one file, ')])
    expect(read(path)).toBe(text)
    expect(readdirSync(cli.folder)).toEqual(before)
    rmSync(join(cli.folder, path))
  })

  it.skipIf(process.platform === 'win32')(
    'a link to nothing is followed: a journal that would be where --out is written',
    async () => {
      writePairs('test:match')
      symlinkSync('out.ndjson.partial', join(cli.folder, 'link'))
      const { code, stderr } = await run([...EMULATED, '--journal', 'link'])
      rmSync(join(cli.folder, 'link'))
      expect([code, stderr]).toEqual([2, expect.stringContaining(' are one file, ')])
      expect(existsSync(join(cli.folder, 'out.ndjson.partial'))).toBe(false)
    },
  )

  it("a stranger's file where --out is written stays as it is", async () => {
    writePairs('test:match')
    const path = cli.write('out.ndjson.partial', 'precious')
    const { code, stderr } = await run(EMULATED)
    expect(code).toBe(2)
    expect(stderr).toContain('"out.ndjson.partial" is there already, without a journal')
    expect(readFileSync(path, 'utf8')).toBe('precious')
    rmSync(path)
  })

  it('verdicts that are there without a journal are not overwritten', async () => {
    writePairs('test:match')
    cli.write('out.ndjson', '{"id":"7","status":"passed"}\n')
    const { code, stderr } = await run(EMULATED)
    expect(code).toBe(2)
    expect(stderr).toContain('"out.ndjson" is there already, without a journal')
    expect(stderr).toContain('or another --out, and every pair is called again')
    expect(read('out.ndjson')).toBe('{"id":"7","status":"passed"}\n')
    expect(existsSync(join(cli.folder, 'out.ndjson.journal.lock'))).toBe(false)
  })

  it.each([
    ['a photo', testFaces.match],
    ['a text', 'Dear diary\nno line break at the end'],
    ['the pairs of somebody else', '{"id":"7","ref":"a"}'],
    ['a long line', 'x'.repeat(2 ** 21)],
  ])('%s is no journal, and stays as it is', async (_, content) => {
    writePairs('test:match')
    const path = cli.write('stranger', content)
    const { code, stderr } = await run([...EMULATED, '--journal', 'stranger'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/the journal "stranger" is not one of saf-edge/)
    expect(readFileSync(path)).toEqual(Buffer.from(content))
    expect(existsSync(join(cli.folder, 'out.ndjson'))).toBe(false)
  })
})

describe('verify-batch: again', () => {
  it('says that it goes on, calls nothing twice, and what was not executed', async () => {
    const gateway = await holdCalls()
    gateway.answer()
    writePairs('test:match', 'late.jpg')
    const first = await finish(start(gateway.args))
    expect([first.code, gateway.count()]).toEqual([3, 1])
    cli.write('late.jpg', testFaces.match)
    const second = await finish(start(gateway.args))
    expect([second.code, gateway.count()]).toEqual([0, 2])
    expect(second.stderr).toMatch(/Resuming .*"out.ndjson.journal" has an earlier run/)
    expect(second.stdout).toMatch(/journal +out.ndjson.journal; results from before: 1\n/)
    expect(Object.keys(readVerdicts())).toEqual(['1', '2'])
    const third = await finish(start(gateway.args))
    expect([third.code, gateway.count()]).toEqual([0, 2])
    for (const { stderr, stdout } of [first, second, third]) {
      expect(stdout + stderr + read('out.ndjson.journal')).not.toContain('CANARY')
    }
  })

  it('makes the verdicts again from the journal, when they are lost', async () => {
    writePairs('test:match', 'test:mismatch')
    await run(EMULATED)
    const before = readVerdicts()
    rmSync(join(cli.folder, 'out.ndjson'))
    expect((await run(EMULATED)).code).toBe(1)
    expect(readVerdicts()).toEqual(before)
  })

  it("does not take the emulator's verdicts for the service's, and keeps them", async () => {
    writePairs('photos/match.jpg')
    cli.write('pairs.csv', `${HEAD}\n1,photos/idPhoto.jpg,photos/match.jpg,00840000\n`)
    expect((await run(EMULATED)).code).toBe(0)
    const before = read('out.ndjson')
    const gateway = await holdCalls()
    const { code, stderr } = await finish(start(gateway.args))
    expect([code, gateway.count()]).toEqual([2, 0])
    expect(stderr).toContain('belongs to the batch "the embedded emulator", not to "127.0.0.1:')
    expect(read('out.ndjson')).toBe(before)
    expect(existsSync(join(cli.folder, 'out.ndjson.partial'))).toBe(false)
  })

  it('refuses other photos under an id that it knows', async () => {
    writePairs('test:match')
    await run(EMULATED)
    writePairs('test:mismatch')
    const { code, stderr } = await run(EMULATED)
    expect(code).toBe(2)
    expect(stderr).toContain('other photos under the id "1"')
    expect(readVerdicts()).toMatchObject({ 1: { status: 'passed' } })
  })

  it('mends a journal that was cut in the middle of a line', async () => {
    writePairs('test:match', 'test:mismatch')
    await run(EMULATED)
    const whole = read('out.ndjson.journal')
    const cut = whole.trimEnd().length - 30
    writeFileSync(join(cli.folder, 'out.ndjson.journal'), whole.slice(0, cut))
    const { code, stdout } = await run(EMULATED)
    expect(code).toBe(3)
    expect(stdout).toMatch(/unknown +1; may have run: find out, they are not called again\n/)
    const lines = read('out.ndjson.journal').trimEnd().split('\n')
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow()
    expect((await run(EMULATED)).code).toBe(3)
    expect(read('out.ndjson.journal').trimEnd().split('\n')).toEqual(lines)
  })

  it('takes a last line for whole that lacks nothing but its line break', async () => {
    writePairs('test:match', 'missing.jpg')
    await run(EMULATED)
    const whole = read('out.ndjson.journal')
    writeFileSync(join(cli.folder, 'out.ndjson.journal'), whole.trimEnd())
    writePairs('test:match', 'test:match')
    expect((await run(EMULATED)).code).toBe(0)
    expect(read('out.ndjson.journal').startsWith(whole)).toBe(true)
    expect((await run(EMULATED)).code).toBe(0)
  })

  it('refuses a journal that another process works with', async () => {
    const gateway = await holdCalls()
    writePairs('test:match')
    const first = start(gateway.args)
    const ended = finish(first)
    await gateway.arrive(1)
    const { code, stderr } = await finish(start(gateway.args))
    expect([code, gateway.count()]).toEqual([2, 1])
    expect(stderr).toContain(`process ${first.pid} is working with this journal`)
    gateway.answer()
    expect((await ended).code).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('by whatever link it is named', async () => {
    const gateway = await holdCalls()
    writePairs('test:match')
    symlinkSync('out.ndjson.journal', join(cli.folder, 'link.journal'))
    const ended = finish(start([...gateway.args, '--journal', 'link.journal']))
    await gateway.arrive(1)
    const { code, stderr } = await finish(
      start([...gateway.args.slice(2), '--out', 'b.ndjson', '--journal', 'out.ndjson.journal']),
    )
    expect([code, gateway.count()]).toEqual([2, 1])
    expect(stderr).toContain('is working with this journal')
    gateway.answer()
    expect((await ended).code).toBe(0)
    rmSync(join(cli.folder, 'link.journal'))
  })

  it.skipIf(process.platform === 'win32')(
    'calls no pair twice when another hard link of its journal hides the lock',
    async () => {
      const gateway = await holdCalls()
      writePairs(...Array<string>(9).fill('test:match'))
      const args = [...gateway.args.slice(2), '--concurrency', '2']
      cli.write('one.journal', '')
      linkSync(join(cli.folder, 'one.journal'), join(cli.folder, 'two.journal'))
      const first = finish(start(['--out', 'out.ndjson', '--journal', 'one.journal', ...args]))
      await gateway.arrive(2)
      const second = finish(start(['--out', 'two.ndjson', '--journal', 'two.journal', ...args]))
      await gateway.arrive(4)
      gateway.answer()
      const [{ code, stdout }, { stdout: other }] = [await first, await second]
      // Two are under way, and seven are left for the second.
      expect([code, gateway.count()]).toEqual([3, 9])
      expect(stdout).toMatch(/somebody else has changed the journal; 2 of 9 pairs have a result/)
      expect(stdout).toContain('copy the verdicts')
      expect(other).toMatch(/passed +7\n/)
      expect(other).toMatch(/unknown +2; may have run/)
      for (const name of ['one.journal', 'two.journal', 'two.ndjson']) {
        rmSync(join(cli.folder, name))
      }
    },
  )

  it('counts what the journal has of pairs that the file has no longer', async () => {
    writePairs('test:match', 'test:match')
    await run(EMULATED)
    cli.write('pairs.csv', `${HEAD}\n3,test:idPhoto,test:match,00840000\n`)
    const { stdout } = await run([...EMULATED, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ total: 3, passed: 3, restored: 2 })
  })

  it('does not call it done when the file has lost pairs meanwhile', async () => {
    const gateway = await holdCalls()
    const rows = Array.from({ length: 60 }, (_, at) => {
      return `${at + 1},photos/idPhoto.jpg,photos/match.jpg,00840000,${'x'.repeat(4000)}\n`
    })
    cli.write('pairs.csv', [`${HEAD},note\n`, ...rows].join(''))
    const ended = finish(start([...gateway.args, '--concurrency', '1']))
    await gateway.arrive(1)
    cli.write('pairs.csv', [`${HEAD},note\n`, ...rows.slice(0, 50)].join(''))
    gateway.answer()
    const { code, stdout } = await ended
    expect([code, gateway.count()]).toEqual([3, 50])
    expect(stdout).toMatch(/"pairs.csv" has lost pairs meanwhile: it has 50 now; 50 of 60 pairs/)
  })

  it('takes the lock of a process that died, and not that of another machine', async () => {
    writePairs('test:match')
    const dead = start(['--help'])
    await finish(dead)
    cli.write('out.ndjson.journal.lock', `${dead.pid} another-machine`)
    const refused = await run(EMULATED)
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('on "another-machine" is working with this journal')
    cli.write('out.ndjson.journal.lock', `${dead.pid} ${hostname()}`)
    expect((await run(EMULATED)).code).toBe(0)
    expect(existsSync(join(cli.folder, 'out.ndjson.journal.lock'))).toBe(false)
  })
})

describe.skipIf(process.platform === 'win32')('verify-batch: stopped', () => {
  it('by Ctrl+C: finishes what is under way, exits 130, and the same command goes on', async () => {
    const gateway = await holdCalls()
    writePairs(...Array<string>(9).fill('test:match'))
    const args = [...gateway.args, '--concurrency', '2']
    const child = start(args)
    const ended = finish(child)
    const printed = watch(child.stderr)
    await gateway.arrive(2)
    child.kill('SIGINT')
    await printed(/Stopping {2}waiting for the calls under way/)
    gateway.answer()
    const { code, stdout } = await ended
    expect([code, gateway.count()]).toEqual([130, 2])
    expect(stdout).toMatch(/Stopped {2}interrupted; 2 of 9 pairs have a result; the same command/)
    expect(Object.keys(readVerdicts())).toHaveLength(2)
    const again = await finish(start([...args, '--json']))
    expect([again.code, gateway.count()]).toEqual([0, 9])
    expect(JSON.parse(again.stdout)).toMatchObject({ passed: 9, restored: 2, unknown: 0 })
  })

  it.each([
    ['by one Ctrl+C that comes twice, since npx passes it on', 'SIGINT', 'SIGINT'],
    ['by a service manager that ends the terminal too', 'SIGTERM', 'SIGHUP'],
    ['by a terminal that is closed, of which its shell and the system tell', 'SIGHUP', 'SIGHUP'],
  ] as const)('%s: no call is cut off', async (_, first, second) => {
    const gateway = await holdCalls()
    writePairs(...Array<string>(9).fill('test:match'))
    const child = start([...gateway.args, '--concurrency', '2'])
    const ended = finish(child)
    const printed = watch(child.stderr)
    await gateway.arrive(2)
    child.kill(first)
    await printed(/Stopping/)
    child.kill(second)
    // It is dead by the time that another process has run.
    await cli.run(['--version'])
    gateway.answer()
    const { code, stdout } = await ended
    expect([code, gateway.count()]).toEqual([130, 2])
    expect(stdout).toMatch(/interrupted; 2 of 9 pairs have a result/)
    expect(Object.keys(readVerdicts())).toHaveLength(2)
  })

  it('by a second Ctrl+C: at once, and what was under way is unknown afterwards', async () => {
    const gateway = await holdCalls()
    writePairs(...Array<string>(9).fill('test:match'))
    const args = [...gateway.args, '--concurrency', '2']
    const child = start(args)
    const ended = finish(child)
    const printed = watch(child.stderr)
    await gateway.arrive(2)
    child.kill('SIGINT')
    await printed(/Stopping/)
    // What comes within a second is the first one's echo.
    await vi.waitUntil(() => child.signalCode ?? !child.kill('SIGINT'), { timeout: 10_000 })
    await ended
    expect(child.signalCode).toBe('SIGINT')
    gateway.answer()
    const again = await finish(start(args))
    expect([again.code, gateway.count()]).toEqual([3, 9])
    expect(again.stderr).toContain('ERR_INTERRUPTED')
    expect(again.stdout).toMatch(/passed +7\n/)
    expect(again.stdout).toMatch(/unknown +2; may have run/)
  })
})

describe('verify-batch: calls in vain', () => {
  it('stops soon when the secret is wrong, and runs all of it when it is right', async () => {
    const emulator = cli.start(['emulator', '--port', '0'])
    closers.push(() => emulator.kill())
    const [, origin = ''] = await watch(emulator.stdout)(/Ready on (\S+)/)
    writePairs(...Array<string>(200).fill('test:match'))
    const args = [...OUT, '--endpoint', origin, '--allow-custom-endpoint', '--concurrency', '2']
    const key = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid' }
    const wrong = await run(args, { ...key, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'CANARY-wrong' })
    expect(wrong.code).toBe(3)
    expect(wrong.stdout).toMatch(
      /Stopped {2}10 calls in a row gave no verdict \(ERR_SAF_SIGNATURE\)/,
    )
    expect(wrong.stdout + wrong.stderr + read('out.ndjson.journal')).not.toContain('CANARY')
    const started = read('out.ndjson.journal').match(/"started"/g) ?? []
    expect(started.length).toBeLessThan(30)
    const right = await run(args, { ...key, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret' })
    expect(right.code).toBe(0)
    expect(Object.keys(readVerdicts())).toHaveLength(200)
  })
})

describe('verify-batch: calls without a verdict', () => {
  /** A gateway that breaks off all calls but the first ones. */
  async function breakAfter(good: number): Promise<{ args: readonly string[]; heal: () => void }> {
    let [count, isWhole] = [0, false]
    const server = createServer((request, response) => {
      request.resume()
      if (isWhole || ++count <= good) response.end(ANSWER)
      else request.socket.destroy()
    }).listen(0, '127.0.0.1')
    closers.push(() => server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // why: it listens on a port
    const args = ['--endpoint', `http://127.0.0.1:${port}`, '--allow-custom-endpoint']
    return { args: [...OUT, ...args, '--concurrency', '1'], heal: () => (isWhole = true) }
  }

  it('stops soon when what may have run piles up, and goes on with the others', async () => {
    const { args, heal } = await breakAfter(5)
    writePairs(...Array<string>(40).fill('photos/match.jpg'))
    const rows = read('pairs.csv').replaceAll('test:idPhoto', 'photos/idPhoto.jpg')
    // A photo that is missing says nothing of the gateway.
    cli.write('pairs.csv', rows.replace('9,photos/idPhoto', '9,photos/missing'))
    const first = await finish(start(args))
    expect(first.code).toBe(3)
    expect(first.stdout).toMatch(/10 calls in a row gave no verdict \(ERR_SAF_NETWORK\)/)
    expect(first.stdout).toMatch(/unknown +1[01]; may have run/)
    heal()
    const again = await finish(start([...args, '--json']))
    const { passed, unknown } = JSON.parse(again.stdout) as Record<string, number>
    expect([(passed ?? 0) + (unknown ?? 0), again.code]).toEqual([39, 3])
    expect(unknown).toBeLessThanOrEqual(11)
  })
})

it('verify-batch: keeps to the rate that was purchased', async () => {
  writePairs(...Array<string>(11).fill('test:match'))
  const { code, stdout } = await run([...EMULATED, '--qps', '20', '--json'])
  expect(code).toBe(0)
  // Eleven calls, ten waits of a 18th of a second.
  expect((JSON.parse(stdout) as { tookMs: number }).tookMs).toBeGreaterThanOrEqual(555)
})
