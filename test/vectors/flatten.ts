/**
 * Known answers of parameter flattening: lists and objects become `Key.1` and `Key.1.Sub`.
 * A null entry is dropped and keeps its index.
 *
 * @module
 */

/** One nested value and the flat parameters it must become. */
export interface FlattenVector {
  readonly id: string
  readonly source: string
  readonly input: Readonly<Record<string, unknown>>
  readonly output: Readonly<Record<string, string>>
}

/** The published cases. */
export const flattenVectors: readonly FlattenVector[] = [
  {
    id: 'pop-core-list',
    source: 'aliyun/openapi-core-nodejs-sdk test/rpc.test.js',
    input: {
      key: ['value'],
    },
    output: {
      'key.1': 'value',
    },
  },
  {
    id: 'pop-core-list-of-objects',
    source: 'aliyun/openapi-core-nodejs-sdk test/rpc.test.js',
    input: {
      key: [
        {
          Domain: '1.com',
        },
      ],
    },
    output: {
      'key.1.Domain': '1.com',
    },
  },
  {
    id: 'tea-query',
    source: 'aliyun/darabonba-openapi-util ts/test/client.spec.ts Client.query',
    input: {
      val1: 'string',
      val3: null,
      val4: 1,
      val5: true,
      val6: {
        subval1: 'string',
        subval2: 1,
        subval3: true,
        subval4: null,
        subval5: [
          '1',
          2,
          true,
          {
            val1: 'string',
          },
        ],
      },
      val7: [
        '1',
        2,
        null,
        null,
        true,
        {
          val1: 'string',
        },
        ['substring'],
      ],
    },
    output: {
      val1: 'string',
      val4: '1',
      val5: 'true',
      'val6.subval1': 'string',
      'val6.subval2': '1',
      'val6.subval3': 'true',
      'val6.subval5.1': '1',
      'val6.subval5.2': '2',
      'val6.subval5.3': 'true',
      'val6.subval5.4.val1': 'string',
      'val7.1': '1',
      'val7.2': '2',
      'val7.5': 'true',
      'val7.6.val1': 'string',
      'val7.7.1': 'substring',
    },
  },
]
