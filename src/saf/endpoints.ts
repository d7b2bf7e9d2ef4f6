/**
 * The regions SAF is served from (`spec/endpoints.json`, from the vendor's endpoint metadata).
 *
 * @module
 */
import { check } from '../codec/check.ts'

/** A region with a public SAF endpoint. */
export type SafRegion = (typeof REGIONS)[number]

/** The regions that have one. */
export const REGIONS = [
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-3',
  'ap-southeast-5',
  'cn-beijing',
  'cn-hangzhou',
  'cn-hongkong',
  'cn-shanghai',
  'cn-shenzhen',
  'cn-zhangjiakou',
  'eu-central-1',
  'us-east-1',
  'us-west-1',
] as const

/**
 * Writes the public endpoint of a region.
 *
 * @throws TypeError when SAF has no public endpoint there.
 */
export function regionEndpoint(region: string): string {
  const isKnown = (REGIONS as readonly string[]).includes(region)
  check(isKnown, 'region', `one of ${REGIONS.join(', ')}`, region)
  return `https://saf.${region}.aliyuncs.com`
}

/** Tells the hosts of SAF: public, and within the vendor's private networks. */
export function isSafHost(host: string): boolean {
  return readRegion(host) !== undefined
}

/** Reads the region of a host of SAF; undefined for any other host. */
export function readRegion(host: string): string | undefined {
  return /^saf(?:-vpc)?\.([a-z]{2}-[a-z]+(?:-\d)?)\.aliyuncs\.com$/.exec(host)?.[1]
}
