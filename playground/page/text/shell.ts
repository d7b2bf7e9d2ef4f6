/**
 * Words of the frame: English, Chinese.
 *
 * @module
 */

/** Each entry is English, then Chinese. */
export const shellText = {
  title: ['saf-edge playground', 'saf-edge 演练场'],
  lead: [
    'Alibaba Cloud SAF face verification from edge runtimes, in this page: no account, no server.',
    '在本页体验边缘运行时调用阿里云 SAF 人脸核验：无需账号，无需服务器。',
  ],
  views: ['Views', '视图'],
  verify: ['Verify', '核验'],
  sign: ['Sign, step by step', '逐步签名'],
  mismatch: ['Why does it not match?', '签名为何不匹配？'],
  code: ['Your code', '你的代码'],
  skip: ['Skip to the content', '跳到正文'],
  otherLanguage: ['中文', 'English'],
  dark: ['Dark', '深色'],
  light: ['Light', '浅色'],
  copy: ['Copy', '复制'],
  copied: ['Copied', '已复制'],
  notCopied: ['Copying is not allowed here: select the text', '此处不允许复制：请手动选择文本'],
  close: ['Close', '关闭'],
  footer: [
    'Everything runs in this page: the library, and an emulator of the gateway. Nothing is loaded from elsewhere.',
    '一切都在本页运行：库本身，以及网关模拟器。不会从别处加载任何内容。',
  ],
  insecure: [
    'This page was opened over http from another machine, where browsers offer no Web Crypto. Open it over https or from localhost.',
    '本页通过 http 从其他机器打开，浏览器在此不提供 Web Crypto。请改用 https 或 localhost 打开。',
  ],
  secret: ['AccessKey secret', 'AccessKey Secret'],
  loading: ['Loading…', '正在加载…'],
  notLoaded: [
    'This view could not be loaded: check the network, then reload the page.',
    '此视图加载失败：请检查网络后重新加载页面。',
  ],
  keyHeld: ['Waits until you have read the warning about the key.', '请先阅读并确认密钥警告。'],
  keyWarning: ['A long-lived key', '长期密钥'],
  keyWarningIntro: [
    'The library refuses this key in a page. It says:',
    '库拒绝在网页中使用此密钥。提示如下：',
  ],
  keyAdvice: [
    'Use the example key, or an STS triple that expires. A secret typed into any page is best treated as disclosed.',
    '请使用示例密钥，或会过期的 STS 临时凭证。输入到任何网页中的密钥都应视为已泄露。',
  ],
  keyAccept: [
    'I understand: use it in this page only, and I will rotate it',
    '我已了解：仅在本页使用，之后会轮换此密钥',
  ],
} as const

/** The name of a word that every view may use. */
export type ShellKey = keyof typeof shellText
