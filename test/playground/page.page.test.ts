import { beforeEach, expect, it, vi } from 'vitest'
import { startPage } from '../../playground/page/start.ts'

/** A view is loaded and compiled first. */
const SLOW = { timeout: 15_000 }

let root: HTMLElement

beforeEach(() => {
  localStorage.clear()
  location.hash = ''
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
})

function find(selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`${selector} is not there`)
  return element
}

function press(selector: string): void {
  find(selector).click()
}

it('page: it starts with the verifying view', () => {
  startPage(root)
  expect(find('h1').textContent).toBe('Verify')
  expect(root.querySelectorAll('.slot img').length).toBe(2)
  expect(document.title).toBe('Verify · saf-edge playground')
})

it('page: a verification shows its verdict, score and time line', async () => {
  startPage(root)
  find('form').dispatchEvent(new Event('submit', { cancelable: true }))
  await vi.waitFor(() => find('.verdict.pass'), SLOW)
  expect(find('.dial').getAttribute('aria-label')).toBe('Score 100 of 100')
  expect(root.querySelectorAll('.timeline li.request').length).toBe(1)
})

it('page: language and theme are switched, and remembered for the next start', () => {
  startPage(root)
  press('#language')
  press('#theme')
  expect(find('h1').textContent).toBe('核验')
  expect(document.documentElement.lang).toBe('zh-CN')
  const { theme } = document.documentElement.dataset
  const again = document.body.appendChild(document.createElement('div'))
  startPage(again)
  expect(again.querySelector('h1')?.textContent).toBe('核验')
  expect(document.documentElement.dataset['theme']).toBe(theme)
})

it.each([
  ['sign', '#stage-signature .good'],
  ['mismatch', 'textarea[name=answer]'],
  ['code', 'pre.code'],
])(
  'page: the view %s is loaded when the address names it',
  async (name, selector) => {
    location.hash = `#${name}`
    startPage(root)
    await vi.waitFor(() => find(selector), SLOW)
    expect(find('nav [aria-current=page]').getAttribute('href')).toBe(`#${name}`)
  },
  20_000,
)

it('page: no template sets a style or a listener in an attribute, which the policy forbids', () => {
  startPage(root)
  const names = [...root.querySelectorAll('*')].flatMap((each) => each.getAttributeNames())
  expect(names.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([])
})
