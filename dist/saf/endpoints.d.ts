/** A region with a public SAF endpoint. */
export type SafRegion = (typeof REGIONS)[number];
/** The regions that have one. */
export declare const REGIONS: readonly ['ap-south-1', 'ap-southeast-1', 'ap-southeast-3', 'ap-southeast-5', 'cn-beijing', 'cn-hangzhou', 'cn-hongkong', 'cn-shanghai', 'cn-shenzhen', 'cn-zhangjiakou', 'eu-central-1', 'us-east-1', 'us-west-1'];
/**
 * Writes the public endpoint of a region.
 *
 * @throws TypeError when SAF has no public endpoint there.
 */
export declare function regionEndpoint(region: string): string;
/** Tells the hosts of SAF: public, and within the vendor's private networks. */
export declare function isSafHost(host: string): boolean;
/** Reads the region of a host of SAF; undefined for any other host. */
export declare function readRegion(host: string): string | undefined;
