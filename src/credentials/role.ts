/**
 * What both ways to assume a role are asked for: checked once, at once.
 *
 * @module
 */
import { check, checkText, isObject, kindOf } from '../codec/check.ts'
import { readEndpoint, readTimeout } from '../options.ts'
import type { Platform } from '../platform/index.ts'
import type { FetchLike } from '../types.ts'

/** A role, and how STS is called for it. */
export interface RoleOptions {
  /** The role, such as `acs:ram::1234567890123456:role/edge`. */
  readonly roleArn: string
  /** Who acts, for the audit log: 2 to 64 of `A–Z a–z 0–9 . @ _ -`. */
  readonly roleSessionName: string
  /** Seconds until the credentials expire: 900 to 43200. @defaultValue 3600, by STS */
  readonly durationSeconds?: number | undefined
  /** A policy, as JSON of up to 2048 characters, that narrows what the role may do. */
  readonly policy?: string | undefined
  /** Calls `sts.<region>.aliyuncs.com`. @defaultValue `sts.aliyuncs.com` */
  readonly region?: string | undefined
  /** The host to call instead: an https origin such as `https://sts-vpc.…`. */
  readonly endpoint?: string | undefined
  /** Allows endpoints that are not STS's own, and http to loopback. @defaultValue false */
  readonly allowCustomEndpoint?: boolean | undefined
  /** Sends the requests. @defaultValue the host's `fetch` at the time of the call */
  readonly fetch?: FetchLike | undefined
  /** The clock and the nonces. @defaultValue `systemPlatform` */
  readonly platform?: Platform | undefined
  /** Milliseconds for all attempts together. @defaultValue 10000 */
  readonly timeoutMs?: number | undefined
}

/** A role after checking. */
export interface Role {
  /** An origin with a slash. */
  readonly url: string
  /** The parameters, by wire name; what was not given is undefined. */
  readonly params: Readonly<Record<string, string | undefined>>
  readonly timeoutMs: number
}

/** The version of STS (`spec/saf-api.md` section 3.9). */
export const STS_VERSION = '2015-04-01'

/**
 * Checks what a role is asked for with.
 *
 * @throws TypeError or RangeError naming the option.
 */
export function readRole(options: RoleOptions): Role {
  check(isObject(options), 'options', 'object', options)
  const { allowCustomEndpoint, durationSeconds, policy, region, roleArn, roleSessionName } = options
  checkArn(roleArn, 'roleArn', 'role')
  const isName = typeof roleSessionName === 'string' && /^[\w.@-]{2,64}$/.test(roleSessionName)
  check(isName, 'roleSessionName', '2 to 64 of A-Z a-z 0-9 . @ _ -', roleSessionName)
  checkDuration(durationSeconds)
  if (policy !== undefined) checkLength(policy, 'policy', [1, 2048])
  const isRegion = region === undefined || /^[a-z]{2}-[a-z]+(-\d)?$/.test(region)
  check(isRegion, 'region', 'region such as ap-southeast-1', region)
  const regional = `https://sts.${region === undefined ? '' : `${region}.`}aliyuncs.com`
  return {
    url: readEndpoint(options.endpoint ?? regional, allowCustomEndpoint, isStsHost),
    params: {
      RoleArn: roleArn,
      RoleSessionName: roleSessionName,
      DurationSeconds: durationSeconds?.toString(),
      Policy: policy,
    },
    timeoutMs: readTimeout('timeoutMs', options.timeoutMs, 10_000),
  }
}

/** Checks the name of a resource of the vendor's. */
export function checkArn(value: unknown, name: string, kind: 'role' | 'oidc-provider'): void {
  checkText(value, name)
  const isArn = /^acs:ram::\d+:([a-z-]+)\/\S+$/.exec(value)?.[1] === kind
  check(isArn, name, `acs:ram::<account>:${kind}/<name>`, value)
}

/** Checks a text of limited length. Its content is never shown. */
export function checkLength(
  value: unknown,
  name: string,
  [min, max]: readonly [number, number],
): asserts value is string {
  const { length } = typeof value === 'string' ? value : ''
  const isText = typeof value === 'string' && length >= min && length <= max
  const got = typeof value === 'string' ? `${length} characters` : kindOf(value)
  if (!isText) throw new TypeError(`"${name}" expected ${min} to ${max} characters, got ${got}`)
}

/** Tells the hosts of STS: one for all regions, and those of regions, public and private. */
export function isStsHost(host: string): boolean {
  return /^sts(|(-vpc)?\.[a-z]{2}-[a-z]+(-\d)?)\.aliyuncs\.com$/.test(host)
}

function checkDuration(seconds: unknown): void {
  if (seconds === undefined) return
  const isDuration =
    Number.isInteger(seconds) && Number(seconds) >= 900 && Number(seconds) <= 43_200
  const got = typeof seconds === 'number' ? seconds : kindOf(seconds)
  if (!isDuration) {
    throw new TypeError(`"durationSeconds" expected integer from 900 to 43200, got ${got}`)
  }
}
