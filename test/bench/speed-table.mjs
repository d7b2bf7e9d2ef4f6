/** Writes the medians of a benchmark into the READMEs, in the words of each. */

/** The table stands between these. */
export const MARKERS = ['<!-- speed: npm run bench -->', '<!-- end of speed -->']

/** By column, the bar whose median it shows. */
const COLUMNS = ['popCore', 'floor', 'memory', 'cold', 'calls']

export const READMES = {
  'README.md': [
    '',
    'signs photos, times as fast as pop-core',
    'times what HMAC and a copy take',
    'extra memory, times the photos',
    'import and first signature, aws4fetch = 1',
    'calls a second to the emulator, bare fetch = 1',
  ],
  'README.zh-CN.md': [
    '',
    '签名照片的速度，pop-core 的倍数',
    '耗时，HMAC 加一次复制的倍数',
    '额外内存，照片大小的倍数',
    '导入并首次签名，aws4fetch = 1',
    '对模拟器每秒调用数，裸 fetch = 1',
  ],
}

/**
 * Writes the table.
 *
 * @param head the column titles
 * @param rows `{ key, runtime, median }`
 */
export function writeTable(head, rows) {
  const runtimes = [...new Set(rows.map(({ runtime }) => runtime))]
  const lines = runtimes.map((runtime) => [
    runtime,
    ...COLUMNS.map((column) => {
      const found = rows.find(({ key, runtime: other }) => key === column && other === runtime)
      return found ? found.median.toPrecision(3) : ''
    }),
  ])
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}
