/**
 * Words of the mismatch view: English, Chinese.
 *
 * @module
 */
import type { Translate } from '../language.ts'
import type { ShellKey } from './shell.ts'

/** Each entry is English, then Chinese. */
export const mismatchText = {
  mismatchLead: [
    'Paste what the gateway answered and what you signed or sent: the mistake gets a name, and the first difference a mark.',
    '粘贴网关的返回内容，以及你签名或发送的内容：将指出错误类型，并标出第一处差异。',
  ],
  staysHere: [
    'Nothing leaves this page: this view makes no request. It works with the network switched off.',
    '内容不会离开本页：此视图不发出任何请求，断网也可使用。',
  ],
  answer: ["The gateway's answer", '网关的返回内容'],
  answerHint: [
    'The message, or the whole JSON or XML: “… server string to sign is:GET&%2F&…”',
    '错误消息，或完整的 JSON / XML：“… server string to sign is:GET&%2F&…”',
  ],
  ours: ['Your string to sign, or your request', '你的待签名字符串，或你的请求'],
  oursHint: [
    'POST&%2F&…, or the form body, the URL, or parameters as JSON',
    'POST&%2F&…，或表单请求体、URL、JSON 格式的参数',
  ],
  more: ['Signature and secret (optional)', '签名与 Secret（可选）'],
  moreHint: [
    'With both, the signature itself is recognised by its mistake, even without an answer.',
    '两者都填写时，即使没有网关返回内容，也能根据签名本身识别错误。',
  ],
  givenSignature: ['The signature that was refused', '被拒绝的签名'],
  explain: ['Explain', '查找原因'],
  cause: ['Cause', '原因'],
  explaining: ['Comparing…', '正在比对…'],
  tryIt: ['Try it with', '试用示例'],
  parameterIs: ['Parameter', '参数'],
  offsetIs: ['First difference at character {0}', '第一处差异位于第 {0} 个字符'],
  oursIs: ['Yours', '你的'],
  theirsIs: ["The gateway's", '网关的'],
  needInput: [
    'Paste a string to sign (it starts with POST&%2F& or GET&%2F&) or a request with parameters.',
    '请粘贴待签名字符串（以 POST&%2F& 或 GET&%2F& 开头），或带参数的请求。',
  ],
  'm-wrong-secret': ['Wrong AccessKey secret', 'AccessKey Secret 错误'],
  'm-secret-without-ampersand': ['The key lacks its &', '密钥末尾缺少 &'],
  'm-ampersand-before-secret': ['The & stands before the secret', '& 放在了 Secret 之前'],
  'm-method': ['Another HTTP method was signed', '签名所用的 HTTP 方法不一致'],
  'm-bare-ampersand': ['The & between pairs is not encoded', '参数之间的 & 未编码'],
  'm-path-not-encoded': ['The path / is not encoded', '路径 / 未编码'],
  'm-encoded-once': ['Encoded once instead of twice', '只编码了一次，应为两次'],
  'm-encoded-thrice': ['Encoded three times', '编码了三次'],
  'm-plus-for-space': ['+ instead of %20', '空格写成了 +，应为 %20'],
  'm-star-or-tilde': ['* or ~ is encoded differently', '* 或 ~ 的编码不正确'],
  'm-milliseconds': ['The timestamp has milliseconds', '时间戳带有毫秒'],
  'm-missing-parameter': ['A parameter was not signed', '有参数未参与签名'],
  'm-extra-parameter': ['A parameter was signed and not sent', '有参数参与了签名但未发送'],
  'm-altered-parameter': ['A parameter changed on the way', '有参数在传输中改变'],
  'm-none': ['No mistake: they match', '没有错误：两者一致'],
  'm-unknown': ['Not recognised', '未能识别'],
} as const

/** Finds this view's words, and those of the frame. */
export type MismatchTranslate = Translate<ShellKey | keyof typeof mismatchText>
