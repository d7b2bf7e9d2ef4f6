/**
 * The seven HMAC-SHA1 test cases of RFC 2202 section 3. Case 5's truncated form is left out:
 * signature 1.0 never truncates.
 *
 * @module
 */

/** One case: key, data and digest in lower-case hex. */
export interface HmacVector {
  readonly id: string
  readonly keyHex: string
  readonly dataHex: string
  readonly digestHex: string
}

/** The cases, in the RFC's order. */
export const rfc2202: readonly HmacVector[] = [
  {
    id: 'case 1',
    keyHex: '0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b',
    dataHex: '4869205468657265',
    digestHex: 'b617318655057264e28bc0b6fb378c8ef146be00',
  },
  {
    id: 'case 2',
    keyHex: '4a656665',
    dataHex: '7768617420646f2079612077616e7420666f72206e6f7468696e673f',
    digestHex: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
  },
  {
    id: 'case 3',
    keyHex: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    dataHex:
      'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd',
    digestHex: '125d7342b9ac11cd91a39af48aa17b4f63f175d3',
  },
  {
    id: 'case 4',
    keyHex: '0102030405060708090a0b0c0d0e0f10111213141516171819',
    dataHex:
      'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',
    digestHex: '4c9007f4026250c6bc8414f9bf50c86c2d7235da',
  },
  {
    id: 'case 5',
    keyHex: '0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c',
    dataHex: '546573742057697468205472756e636174696f6e',
    digestHex: '4c1a03424b55e07fe7f27be1d58bb9324a9a5a04',
  },
  {
    id: 'case 6',
    keyHex:
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    dataHex:
      '54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374',
    digestHex: 'aa4ae5e15272d00e95705637ce8a3b55ed402112',
  },
  {
    id: 'case 7',
    keyHex:
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    dataHex:
      '54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b657920616e64204c6172676572205468616e204f6e6520426c6f636b2d53697a652044617461',
    digestHex: 'e8e99d0f45237d786d6bbaa7965c7808bbff1a91',
  },
]
