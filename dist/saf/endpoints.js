/* @ts-self-types="./endpoints.d.ts" */
/**
 * The regions SAF is served from (`spec/endpoints.json`, from the vendor's endpoint metadata).
 *
 * @module
 */
import { check } from '../codec/check.js';
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
];
/**
 * Writes the public endpoint of a region.
 *
 * @throws TypeError when SAF has no public endpoint there.
 */
export function regionEndpoint(region) {
    const isKnown = REGIONS.includes(region);
    check(isKnown, 'region', `one of ${REGIONS.join(', ')}`, region);
    return `https://saf.${region}.aliyuncs.com`;
}
/** Tells the hosts of SAF: public, and within the vendor's private networks. */
export function isSafHost(host) {
    return readRegion(host) !== undefined;
}
/** Reads the region of a host of SAF; undefined for any other host. */
export function readRegion(host) {
    return /^saf(?:-vpc)?\.([a-z]{2}-[a-z]+(?:-\d)?)\.aliyuncs\.com$/.exec(host)?.[1];
}
