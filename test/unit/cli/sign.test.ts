import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signature, stringToSign } from '../../../src/sign/index.ts'
import { wrongRequest, wrongVectors } from '../../vectors/wrong.ts'
import { buildCli, CANARY, finish } from './cli.ts'
import type { Cli, Run } from './cli.ts'

const { method, params } = wrongRequest
const ENV = { ALIBABA_CLOUD_ACCESS_KEY_SECRET: wrongRequest.accessKeySecret }
const ECHO = `Not matched. server string to sign is:${stringToSign(method, params)}`

let cli: Cli

beforeAll(async () => {
  cli = await buildCli('missing')
  cli.write('params.json', JSON.stringify(params))
  cli.write(
    'sent.txt',
    new URLSearchParams({ ...params, Signature: find('GET signed') }).toString(),
  )
  cli.write('answer.json', `${JSON.stringify({ Code: 'SignatureDoesNotMatch', Message: ECHO })}\n`)
})

afterAll(() => {
  cli.remove()
})

describe('saf-edge sign --explain', () => {
  it('names the mistake of a signature, in a sentence', async () => {
    const { code, stderr, stdout } = await explain('--signature', find('bare & between pairs'))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^✗ bare-ampersand {2}the & between the pairs was left bare: .+$/m)
    expect(stdout).toMatch(/^ {2}offset +29, in the string to sign$/m)
  })

  it('names the parameter, in one line of JSON', async () => {
    const { code, stdout } = await explain('--signature', find('without RegionId'), '--json')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\{.*\}\n$/)
    expect(JSON.parse(stdout)).toMatchObject({
      mistake: 'missing-parameter',
      parameter: 'RegionId',
    })
  })

  it("compares the gateway's answer, from a file and from standard input", async () => {
    const fromFile = await explain('--server-message', 'answer.json')
    expect(fromFile.stdout).toMatch(/^✗ wrong-secret {2}/)
    const args = ['sign', '--explain', '--params', 'params.json', '--server-message', '-']
    const fromPipe = await pipe(args, ECHO.replace('JSON', 'XML'))
    expect(fromPipe.stdout).toMatch(/^✗ altered-parameter {2}/)
    expect(fromPipe.stdout).toMatch(/^ {2}parameter +Format$/m)
  })

  it('takes method, parameters and signature as they went over the wire', async () => {
    const args = ['sign', '--explain', '--params', 'sent.txt']
    expect((await cli.run(args, ENV)).stdout).toMatch(/^✗ method {2}/)
    expect((await cli.run([...args, '--method', 'GET'], ENV)).stdout).toMatch(/^✓ none {2}/)
    const body = `https://saf.ap-southeast-1.aliyuncs.com/?${new URLSearchParams(params)}`
    const piped = ['sign', '--explain', '--params', '-', '--signature', find('right')]
    expect((await pipe(piped, body)).stdout).toMatch(/^✓ none {2}/)
  })

  it('exits 1 when the mistake is unknown, and says what was ruled out', async () => {
    const { code, stdout } = await explain('--signature', `${'A'.repeat(27)}=`)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^\? unknown {2}none of \d+ ways/)
  })

  it('shows neither the secret nor a value', async () => {
    const hush = { ...params, ServiceParameters: 'CANARY-value' }
    cli.write('hush.json', JSON.stringify(hush))
    for (const [secret, ...more] of [
      [CANARY.ALIBABA_CLOUD_ACCESS_KEY_SECRET],
      ['another', '--json'],
    ] as const) {
      const given = await signature('GET', hush, secret)
      const args = ['sign', '--explain', '--params', 'hush.json', '--signature', given, ...more]
      const { stderr, stdout } = await cli.run(args, CANARY)
      expect(stdout).toMatch(/method|unknown/)
      expect(stdout + stderr).not.toContain('CANARY')
      expect(stdout + stderr).not.toContain(given)
    }
  })
})

describe('saf-edge sign', () => {
  it('prints each stage, and warns beside it', async () => {
    const { code, stderr, stdout } = await cli.run(['sign', '--params', 'params.json'], ENV)
    expect(code).toBe(0)
    expect(stderr).toMatch(/^! Warning .+ every value/)
    const [, query, , text, , signed] = stdout.split('\n')
    expect(query).toMatch(/^AccessKeyId=testid&Action=ExecuteRequest&/)
    expect([text, signed]).toEqual([stringToSign(method, params), find('right')])
  })

  it('prints the stages as one line of JSON', async () => {
    const { stdout } = await cli.run(['sign', '--params', 'params.json', '--json'], ENV)
    expect(stdout).toMatch(/^\{.*\}\n$/)
    expect(JSON.parse(stdout)).toMatchObject({ signature: find('right') })
  })
})

describe('saf-edge sign, called wrongly', () => {
  it.each([
    ['missing --params', ['--explain'], ENV],
    ['missing --signature or --server-message', ['--explain', '--params', 'params.json'], ENV],
    ['--signature is for --explain', ['--params', 'params.json', '--signature', 'x'], ENV],
    ['"nowhere" cannot be read (ENOENT)', ['--params', 'nowhere'], ENV],
    ['are both -', ['--params', '-', '--server-message', '-'], ENV],
    ['ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set', ['--params', 'params.json'], {}],
  ])('says %s and exits 2', async (words, args, env) => {
    const { code, stderr, stdout } = await cli.run(['sign', ...args], env)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(words)
  })

  it.each([
    ['{"Note":"CANARY', 'no JSON'],
    ['["CANARY"]', 'no parameters'],
    ['{"Note":["CANARY"]}', '"Note" expected string, got array'],
    ['{"Note":"CANARY\\ud800"}', 'got half a surrogate pair'],
    ['Note=CANARY&Note=2', '"Note" is given twice'],
    ['CANARY', 'no parameters'],
    ['', 'no parameters'],
  ])('refuses the parameters %s and shows no value', async (text, words) => {
    const { code, stderr } = await pipe(['sign', '--params', '-'], text)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('CANARY')
  })
})

function explain(...args: readonly string[]): Promise<Run> {
  return cli.run(['sign', '--explain', '--params', 'params.json', ...args], ENV)
}

function pipe(args: readonly string[], text: string): Promise<Run> {
  const child = cli.start(args, ENV)
  child.stdin.end(text)
  return finish(child)
}

function find(id: string): string {
  const vector = wrongVectors.find((each) => each.id === id)
  if (!vector) throw new Error(`no vector ${id}`)
  return vector.signature
}
