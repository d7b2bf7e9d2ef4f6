/**
 * Words of the signing view: English, Chinese.
 *
 * @module
 */
import type { Translate } from '../language.ts'
import type { ShellKey } from './shell.ts'

/** Each entry is English, then Chinese. */
export const signText = {
  signLead: [
    'RPC signature 1.0 (HMAC-SHA1), every stage as you type. Choose a parameter: it is marked in each stage.',
    'RPC 签名 1.0（HMAC-SHA1）：边输入边显示每一步。选中一个参数，它会在每一步中高亮。',
  ],
  example: ['Known answer', '已知答案示例'],
  exampleOwn: ['none: your own values', '无：自行填写'],
  method: ['HTTP method', 'HTTP 方法'],
  parameters: ['Parameters', '参数'],
  name: ['Name', '名称'],
  value: ['Value', '值'],
  nameOf: ['Name of parameter {0}', '第 {0} 个参数的名称'],
  valueOf: ['Value of parameter {0}', '第 {0} 个参数的值'],
  remove: ['Remove parameter {0}', '删除第 {0} 个参数'],
  add: ['Add a parameter', '添加参数'],
  twice: [
    'The name {0} is there twice: each may be sent once.',
    '名称 {0} 出现两次：每个参数只能发送一次。',
  ],
  stages: ['Stages', '步骤'],
  stageSorted: ['Sorted', '排序'],
  noteSorted: [
    'By name, in byte order: capitals before small letters. Signature itself is left out.',
    '按名称的字节序排序：大写字母在小写字母之前。Signature 本身不参与。',
  ],
  stageEncoded: ['Encoded', '编码'],
  noteEncoded: [
    'Names and values, each percent-encoded as UTF-8; only A–Z a–z 0–9 - _ . ~ stay.',
    '名称和值分别按 UTF-8 做百分号编码；仅 A–Z a–z 0–9 - _ . ~ 保持不变。',
  ],
  stageQuery: ['Canonicalized query string', '规范化请求字符串'],
  noteQuery: ['Joined by = and &.', '以 = 和 & 连接。'],
  stageText: ['String to sign', '待签名字符串'],
  noteText: [
    'Method & encoded path / & the whole query string encoded once more: % becomes %25, = becomes %3D, & becomes %26.',
    '方法 & 编码后的路径 / & 整个请求字符串再编码一次：% 变为 %25，= 变为 %3D，& 变为 %26。',
  ],
  stageKey: ['HMAC key', 'HMAC 密钥'],
  noteKey: ['The secret and one &, always.', 'Secret 后面永远加一个 &。'],
  stageSignature: ['Signature', '签名'],
  noteSignature: [
    'Base64 of HMAC-SHA1 over the string to sign.',
    '对待签名字符串做 HMAC-SHA1，再做 Base64。',
  ],
  stageBody: ['Final body', '最终请求体'],
  noteBody: [
    'What a POST sends: every parameter encoded once, Signature among them.',
    'POST 发送的内容：所有参数（含 Signature）编码一次。',
  ],
  stageUrl: ['Final query', '最终查询串'],
  noteUrl: [
    'What stands after ? in the URL: every parameter encoded once, Signature among them.',
    'URL 中 ? 之后的内容：所有参数（含 Signature）编码一次。',
  ],
  published: ['as published', '与公布的一致'],
  notPublished: ['not the published one, {0}', '与公布的不一致：{0}'],
} as const

/** Finds this view's words, and those of the frame. */
export type SignTranslate = Translate<ShellKey | keyof typeof signText>
