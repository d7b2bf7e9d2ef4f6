/**
 * Known answers of ACS3-HMAC-SHA256, from the vendor's documents.
 *
 * @module
 */

/** One signed request, stage by stage. */
export interface Acs3Vector {
  readonly id: string
  readonly source: string
  readonly accessKeyId: string
  readonly accessKeySecret: string
  readonly method: 'GET' | 'POST'
  /** Parameters in the query; the body is empty. */
  readonly query: Readonly<Record<string, string>>
  /** The signed headers. */
  readonly headers: Readonly<Record<string, string>>
  /** SHA-256 of the canonical request, in hex. */
  readonly canonicalRequestSha256: string
  readonly signature: string
}

/** The published case. */
export const acs3Vectors: readonly Acs3Vector[] = [
  {
    id: 'ecs-RunInstances-POST',
    source:
      'alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature, the example with fixed parameters',
    accessKeyId: 'YourAccessKeyId',
    accessKeySecret: 'YourAccessKeySecret',
    method: 'POST',
    query: {
      ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
      RegionId: 'cn-shanghai',
    },
    headers: {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      'x-acs-action': 'RunInstances',
      'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-acs-date': '2023-10-26T10:22:32Z',
      'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      'x-acs-version': '2014-05-26',
    },
    canonicalRequestSha256: '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
    signature: '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  },
]
