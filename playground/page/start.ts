/**
 * Puts the page together: its four views, language and theme.
 *
 * @module
 */
import { html, nothing, render } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { VERSION } from '../../src/version.ts'
import { createTranslate } from './language.ts'
import type { Language, Translate } from './language.ts'
import type { Page, View } from './page.ts'
import { readLanguage, readTheme, remember } from './preferences.ts'
import type { Theme } from './preferences.ts'
import { createState } from './state.ts'
import { shellText } from './text/shell.ts'
import { createVerifyView } from './verify/verify-view.ts'
import type { VerifyView } from './verify/verify-view.ts'

/** The names of the views, which are also what stands behind `#` in the address. */
const NAMES = ['verify', 'sign', 'mismatch', 'code'] as const

type ViewName = (typeof NAMES)[number]

interface Frame {
  readonly language: Language
  readonly theme: Theme
  readonly name: ViewName
}

/** Starts the page in an element. */
export function startPage(root: HTMLElement): void {
  let draw = (): void => {}
  const frame = createState<Frame>(
    { language: readLanguage(), theme: readTheme(), name: readName() },
    () => draw(),
  )
  const language = (): Language => frame.get().language
  const t = createTranslate(shellText, language)
  const views = createViews(t, { language, refresh: () => draw() })
  draw = () => {
    const { name, theme } = frame.get()
    const { documentElement: top } = document
    top.lang = language() === 'zh' ? 'zh-CN' : 'en'
    top.dataset['theme'] = theme
    document.title = `${t(name)} · ${t('title')}`
    render(frameView(t, frame.get(), { view: views(name), change: frame.set }), root)
  }
  for (const type of ['dragover', 'drop'] as const) addEventListener(type, keepPage)
  addEventListener('hashchange', () => {
    frame.set({ name: readName() })
    root.querySelector<HTMLElement>('h1')?.focus()
    scrollTo(0, 0)
  })
  draw()
}

/** A file that is dropped beside its place would take the place of the page. */
function keepPage(event: DragEvent): void {
  const { dataTransfer } = event
  if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  dataTransfer.dropEffect = 'none'
}

/** Creates each view when it is first shown; all but the first are loaded then. */
function createViews(t: Translate, page: Page): (name: ViewName) => View {
  const verify = createVerifyView(page)
  const known = new Map<ViewName, View>([['verify', verify.view]])
  return (name) => {
    const view = known.get(name)
    if (view) return view
    const waiting = (): TemplateResult => html`<p role="status">${t('loading')}</p>`
    known.set(name, waiting)
    const failed = (): TemplateResult => html`<p class="warning" role="alert">${t('notLoaded')}</p>`
    loadView(name, page, verify)
      .then(
        (loaded) => known.set(name, loaded),
        () => known.set(name, failed),
      )
      .then(page.refresh, page.refresh)
    return waiting
  }
}

async function loadView(name: ViewName, page: Page, verify: VerifyView): Promise<View> {
  if (name === 'sign') return (await import('./sign/sign-view.ts')).createSignView(page)
  if (name === 'mismatch') {
    return (await import('./mismatch/mismatch-view.ts')).createMismatchView(page)
  }
  const { createCodeView } = await import('./code/code-view.ts')
  return createCodeView(page, verify.settings)
}

function readName(): ViewName {
  const name = location.hash.slice(1)
  return NAMES.find((each) => each === name) ?? 'verify'
}

interface Content {
  readonly view: View
  readonly change: (change: Partial<Frame>) => void
}

function frameView(t: Translate, frame: Frame, { view, change }: Content): TemplateResult {
  const { name } = frame
  const skip = (event: Event): void => {
    // Not by the address: it names the view.
    event.preventDefault()
    document.querySelector<HTMLElement>('h1')?.focus()
  }
  return html`<a class="skip" href="#content" @click=${skip}>${t('skip')}</a>
    <header>
      <p class="brand">saf-edge <small>${VERSION}</small></p>
      <nav aria-label=${t('views')}>
        ${NAMES.map(
          (each) =>
            html`<a href="#${each}" aria-current=${each === name ? 'page' : nothing}
              >${t(each)}</a
            >`,
        )}
      </nav>
      ${switchesView(t, frame, change)}
    </header>
    <main>
      <h1 id="content" tabindex="-1">${t(name)}</h1>
      ${globalThis.crypto?.subtle ? nothing : html`<p class="warning">${t('insecure')}</p>`}
      ${view()}
    </main>
    <footer><p>${t('footer')}</p></footer>`
}

function switchesView(t: Translate, frame: Frame, change: Content['change']): TemplateResult {
  const language = frame.language === 'zh' ? 'en' : 'zh'
  const theme = frame.theme === 'dark' ? 'light' : 'dark'
  return html`<div class="switches">
    <button
      type="button"
      id="language"
      lang=${language === 'zh' ? 'zh-CN' : 'en'}
      @click=${() => {
        remember('language', language)
        change({ language })
      }}
    >
      ${t('otherLanguage')}
    </button>
    <button
      type="button"
      id="theme"
      @click=${() => {
        remember('theme', theme)
        change({ theme })
      }}
    >
      ${t(theme)}
    </button>
  </div>`
}
