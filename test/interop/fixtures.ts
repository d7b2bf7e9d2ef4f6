/**
 * What the vendor's SDKs sent, kept as files: test keys and synthetic faces only.
 *
 * @module
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { SentRequest } from './wire.ts'

/** One recorded request, and all that a gateway has to know to judge it. */
export interface Fixture {
  /** The SDK's name and version. */
  readonly sdk: string
  /** When it was recorded. */
  readonly atEpochMs: number
  /** The key by which the gateway knows the caller. */
  readonly key: {
    readonly id: string
    readonly secret: string
    readonly securityToken?: string | undefined
  }
  /** What the caller gave the SDK, flat, as the gateway must read it. */
  readonly params: Readonly<Record<string, string>>
  readonly request: SentRequest
  /** How the emulator answered. */
  readonly answer: {
    readonly status: number
    readonly code?: string | number | undefined
    readonly data?: unknown
  }
}

const FOLDER = fileURLToPath(new URL('fixtures/', import.meta.url))

/** Whether the SDKs' requests are to be kept anew, instead of being compared with those kept. */
export const isRecording: boolean = process.env['SAF_EDGE_RECORD'] === '1'

/** The names of all fixtures, sorted. */
export function listFixtures(): string[] {
  return readdirSync(FOLDER)
    .map((file) => file.replace(/\.json$/, ''))
    .sort()
}

/** Reads a fixture. */
export function readFixture(name: string): Fixture {
  return JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as Fixture // why: our own files
}

/** Keeps a fixture. */
export function writeFixture(name: string, fixture: Fixture): void {
  writeFileSync(`${FOLDER}${name}.json`, `${JSON.stringify(fixture, null, 2)}\n`)
}

/**
 * Writes a request in lines, with a mark in place of all that differs from run to run and from
 * machine to machine. Two requests of one SDK version for one call are equal in these lines.
 */
export function describeRequest({ method, url, headers, body }: SentRequest): string[] {
  const [path = '', query = ''] = url.split('?')
  return [
    `${method} ${path}`,
    ...Object.entries(headers).map(([name, value]) => {
      return `${name}: ${VARYING_HEADERS.includes(name) ? '…' : value}`
    }),
    ...query.split('&').map((pair) => `query ${maskPair(pair)}`),
    ...body.split('&').map((pair) => `form ${maskPair(pair)}`),
  ]
}

const VARYING_HEADERS: readonly string[] = ['content-length', 'host', 'user-agent', 'x-sdk-client']

function maskPair(pair: string): string {
  return pair
    .replace(/^(Signature|SignatureNonce|Timestamp|SecurityToken)=.+$/, '$1=…')
    .replace(/^(AccessKeyId=STS\.).+$/, '$1…')
}
