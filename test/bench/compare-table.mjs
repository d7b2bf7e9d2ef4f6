/** Writes what `compare.mjs` measured, in the words of each README. */

/** The table stands between these. */
export const MARKERS = [
  '<!-- compared: node test/bench/compare.mjs write -->',
  '<!-- end of compared -->',
]

export const READMES = {
  'README.md': {
    head: ['', 'gzip, in a Worker', 'completes the call on', 'its errors say if the paid call ran'],
    flag: ' with `nodejs_compat`',
    no: 'no',
    other: 'signs for another cloud',
  },
  'README.zh-CN.md': {
    head: ['', 'Worker 中的 gzip 体积', '能完成调用的运行时', '错误是否说明付费调用已执行'],
    flag: '（需 `nodejs_compat`）',
    no: '否',
    other: '为另一家云签名',
  },
}

/** One row for each library; without `runs` only its size compares. */
export function writeTable(rows, words) {
  const lines = rows.map(({ name, version, plain, withNode, runs, field }) => [
    `\`${name}\` ${version}`.trim(),
    plain === undefined ? `${kilobytes(withNode)}${words.flag}` : kilobytes(plain),
    runs ? listRuns(runs, words) : words.other,
    runs ? (field === undefined ? words.no : `\`error.${field}\``) : '',
  ])
  return [words.head, words.head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function listRuns(runs, { flag }) {
  const names = ['Node', 'Deno', 'Bun', 'Workers'].filter((name) => runs[name])
  // Who runs without the flag runs with it.
  return [...names, ...(runs.compat && !runs.Workers ? [`Workers${flag}`] : [])].join(', ')
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}
