/**
 * Words of the code view: English, Chinese.
 *
 * @module
 */
import type { Translate } from '../language.ts'
import type { ShellKey } from './shell.ts'

/** Each entry is English, then Chinese. */
export const codeText = {
  codeLead: [
    'The call of the Verify view, with its country, region and format, for where you run.',
    '“核验”视图中的同一调用（含其国家、地域与格式），适配你的运行环境。',
  ],
  target: ['Where it runs', '运行环境'],
  'c-worker': ['Workers', 'Workers'],
  'c-deno': ['Deno', 'Deno'],
  'c-bun': ['Bun', 'Bun'],
  'c-node': ['Node', 'Node'],
  'c-page': ['Browser + handler', '浏览器 + handler'],
  'c-hono': ['Hono', 'Hono'],
  'c-curl': ['curl', 'curl'],
  'n-worker': [
    'Keep the key in secrets: wrangler secret put KEY_ID, then KEY_SECRET. Each call is paid: check first who asks (see Hono).',
    '密钥存入 secret：wrangler secret put KEY_ID，再 KEY_SECRET。每次调用都计费：请先校验调用方（见 Hono）。',
  ],
  'n-deno': [
    'By URL: types come along, nothing to install. deno run --allow-env --allow-net --allow-read verify.ts',
    '通过 URL 导入：自带类型，无需安装。deno run --allow-env --allow-net --allow-read verify.ts',
  ],
  'n-bun': ['bun add saf-edge, then bun verify.ts', '先 bun add saf-edge，再 bun verify.ts'],
  'n-node': [
    'npm install saf-edge, then node verify.mjs',
    '先 npm install saf-edge，再 node verify.mjs',
  ],
  'n-page': [
    'A page never holds the key: it sends both photos to a handler of yours (see Hono).',
    '网页绝不持有密钥：将两张照片发给你自己的 handler（见 Hono）。',
  ],
  'n-hono': [
    'The endpoint that a page may call. memoryStore is for one process: on Workers use durableObjectStore.',
    '供网页调用的端点。memoryStore 仅适用于单进程：在 Workers 上请用 durableObjectStore。',
  ],
  'n-curl': [
    'Calls your handler; each verification gets a key of its own.',
    '调用你的 handler；每次核验使用各自的 Idempotency-Key。',
  ],
} as const

/** Finds this view's words, and those of the frame. */
export type CodeTranslate = Translate<ShellKey | keyof typeof codeText>
