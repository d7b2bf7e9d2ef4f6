import { expect, it } from 'vitest'
import { createTranslate } from '../../playground/page/language.ts'
import type { Language, Words } from '../../playground/page/language.ts'
import { codeText } from '../../playground/page/text/code.ts'
import { mismatchText } from '../../playground/page/text/mismatch.ts'
import { shellText } from '../../playground/page/text/shell.ts'
import { signText } from '../../playground/page/text/sign.ts'
import { verifyText } from '../../playground/page/text/verify.ts'

const words: Words = { ...shellText, ...verifyText, ...signText, ...mismatchText, ...codeText }

/** Names that are the same in both languages. */
const SAME = ['f-html-414', 'f-html-502', 'requestId', 'secret', 'c-']

it.each(Object.entries(words))(
  'text: %s is there in both languages',
  (name, [english, chinese]) => {
    expect(english).not.toBe('')

    // The button for the other language is written in it.
    if (name === 'otherLanguage') return
    expect(english).not.toMatch(/\p{Script=Han}/u)
    if (SAME.some((each) => name.startsWith(each))) expect(chinese).not.toBe('')
    else expect(chinese).toMatch(/\p{Script=Han}/u)
  },
)

it('text: both languages have the same places to fill in', () => {
  const places = (text: string): string =>
    Array.from(text.matchAll(/\{\d\}/g), String)
      .sort()
      .join()
  for (const [english, chinese] of Object.values(words)) {
    expect(places(chinese)).toBe(places(english))
  }
})

it('text: no name of a word is used for two things', () => {
  const parts = [shellText, verifyText, signText, mismatchText, codeText]
  const names = parts.flatMap((part) => Object.keys(part))
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

it('text: a translator follows the language of the moment and fills in values', () => {
  let language: Language = 'en'
  const t = createTranslate(signText, () => language)
  expect(t('nameOf', 3)).toBe('Name of parameter 3')
  language = 'zh'
  expect(t('nameOf', 3)).toBe('第 3 个参数的名称')
})
