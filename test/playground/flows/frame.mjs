/** Flows of the frame: languages, themes, keyboard, widths, axe. */
import { findAxe } from '../browser.mjs'
import { assert, choose, openPage, verify, withPage } from '../flow.mjs'

const VIEWS = ['verify', 'sign', 'mismatch', 'code']

/** Fills each view, so that axe sees what a user sees. */
const FILL = {
  verify: (page) => verify(page),
  sign: async (page) => {
    await page.fill('input[name=secret]', 'a-secret-of-somebody')
    await page.getByRole('alert').waitFor()
  },
  mismatch: async (page) => {
    await page.selectOption('select[name=try]', 'encoded-once')
    await page.locator('.finding').waitFor()
    await page.locator('form details summary').click()
  },
  code: (page) => choose(page, 'target', 'hono'),
}

async function runAxe(page) {
  const { violations } = await page.evaluate(() => globalThis.axe.run(document))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Colours that are still changing have no contrast to measure. */
const STILL = { reducedMotion: 'reduce' }

export const flows = [
  ...['en-US', 'zh-CN'].flatMap((locale) =>
    ['light', 'dark'].flatMap((colorScheme) =>
      VIEWS.map((view) => ({
        name: `axe: nothing to say about ${view}, ${locale}, ${colorScheme}`,
        run: (world) => {
          const options = { hash: `#${view}`, locale, colorScheme, bypassCSP: true, ...STILL }
          return withPage(world, options, async (page) => {
            await page.locator('main form, main .chips').first().waitFor()
            await page.addScriptTag({ path: findAxe() })
            await FILL[view](page)
            assert.deepEqual(await runAxe(page), [])
            if (view !== 'verify') return
            await choose(page, 'fault', 'cut-body')
            await verify(page)
            assert.deepEqual(await runAxe(page), [])
          })
        },
      })),
    ),
  ),
  {
    name: 'axe: nothing to say about a phone, the form of a handler, every option, and the camera',
    run: (world) => {
      const options = { viewport: { width: 390, height: 800 }, bypassCSP: true, ...STILL }
      return withPage(world, { ...options, permissions: ['camera'] }, async (page) => {
        await page.addScriptTag({ path: findAxe() })
        await page.locator('form details summary').click()
        await choose(page, 'fault', 'throttle')
        await page.selectOption('select[name=country]', '')
        assert.deepEqual(await runAxe(page), [])
        await choose(page, 'via', 'handler')
        assert.deepEqual(await runAxe(page), [])
        await page
          .getByRole('button', { name: /^Camera/ })
          .first()
          .click()
        await page.getByRole('button', { name: 'Take the photo' }).waitFor()
        assert.deepEqual(await runAxe(page), [])
      })
    },
  },
  ...[320, 390, 768, 1440].map((width) => ({
    name: `frame: nothing is wider than the window at ${width} px`,
    run: (world) =>
      withPage(world, { viewport: { width, height: 800 } }, async (page) => {
        for (const view of VIEWS) {
          await page.goto(`${world.site}#${view}`)
          await page.locator('main form, main .chips').first().waitFor()
          if (view !== 'sign') await FILL[view](page)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          assert.ok(wide <= 0, `${view} is ${wide} px too wide`)
        }
      }),
  })),
  {
    name: 'frame: language and theme change at once, and are remembered',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await page.locator('#language').click()
        await page.getByRole('heading', { level: 1, name: '核验' }).waitFor()
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN')
        const background = () =>
          page.evaluate(() => getComputedStyle(document.body).backgroundColor)
        const light = await background()
        await page.locator('#theme').click()
        assert.notEqual(await background(), light)
        await page.reload()
        await page.getByRole('heading', { level: 1, name: '核验' }).waitFor()
        assert.notEqual(await background(), light)
        await page.locator('#language').click()
        await page.getByRole('heading', { level: 1, name: 'Verify' }).waitFor()
      }),
  },
  {
    name: 'frame: the keyboard alone switches a fault, verifies, and reads another view',
    run: (world) =>
      withPage(world, STILL, async (page) => {
        const tabTo = async (selector) => {
          for (let presses = 0; presses < 60; presses++) {
            await page.keyboard.press('Tab')
            const isThere = await page.evaluate(
              (at) => document.activeElement?.matches(at),
              selector,
            )
            const outline = await page.evaluate(() => {
              const { activeElement: at } = document
              const shown = at?.matches('.chips input') ? at.nextElementSibling : at
              const holder = at?.matches('[type=file]') ? at.parentElement : shown
              return holder ? getComputedStyle(holder).outlineStyle : 'none'
            })
            assert.notEqual(outline, 'none', `no focus to see before ${selector}`)
            if (isThere) return
          }
          assert.fail(`Tab does not reach ${selector}`)
        }
        await tabTo('.skip')
        await page.keyboard.press('Enter')
        await tabTo('input[name=fault]')
        await page.keyboard.press('ArrowRight')
        await tabTo('button.primary')
        await page.keyboard.press('Enter')
        await page.locator('.verdict.pass').waitFor()
        assert.equal(await page.locator('.timeline li.request').count(), 2)
        await page.locator('header a').first().focus()
        await tabTo('a[href="#sign"]')
        await page.keyboard.press('Enter')
        await page.locator('#stage-signature .good').waitFor()
        assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1')
        await tabTo('input[aria-label="Value of parameter 1"]')
        await page.keyboard.type('x')
        await page.getByText('not the published one').waitFor()
      }),
  },
  {
    name: 'frame: a page without Web Crypto says what to do, and a call says why it failed',
    run: (world) => {
      const init = () => Object.defineProperty(crypto, 'subtle', { value: undefined })
      return withPage(world, { init }, async (page) => {
        await page.locator('.warning').getByText('Open it over https or from localhost').waitFor()
        assert.match((await verify(page)).kinds, /^failure/)
        await page.goto(`${world.site}#sign`)
        await page.getByRole('alert').waitFor()
      })
    },
  },
  {
    name: 'frame: a view that cannot be loaded says what to do, and that helps',
    run: async (world) => {
      const { page, close } = await openPage(world)
      await page.route('**/code-view*.js', (route) => route.abort())
      await page.getByRole('link', { name: 'Your code' }).click()
      await page.getByRole('alert').getByText('reload the page').waitFor()
      await page.unroute('**/code-view*.js')
      await page.reload()
      await page.locator('pre.code').waitFor()
      await close()
    },
  },
  {
    name: 'frame: what is chosen can be told without its colour, where colours are forced',
    run: (world) =>
      withPage(world, { forcedColors: 'active', colorScheme: 'dark' }, async (page) => {
        const styles = await page.evaluate(() => {
          const read = (at) => getComputedStyle(document.querySelector(at))
          const [chosen, other] = [':checked', ':not(:checked)'].map((state) => {
            return read(`.chips input${state} + span`).outlineStyle
          })
          return { chosen, other }
        })
        assert.deepEqual(styles, { chosen: 'solid', other: 'none' })
        await verify(page)
        const [dial, heading] = await page.evaluate(() => {
          const { fill } = getComputedStyle(document.querySelector('.dial text'))
          return [fill, getComputedStyle(document.querySelector('#result h2')).color]
        })
        assert.equal(dial, heading)
      }),
  },
  {
    name: 'code: snippets follow the choices of the first view',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await page.selectOption('select[name=region]', 'eu-central-1')
        await page.selectOption('select[name=format]', 'XML')
        await page.getByRole('link', { name: 'Your code' }).click()
        await choose(page, 'target', 'deno')
        const code = await page.locator('pre.code').innerText()
        assert.match(code, /eu-central-1/)
        assert.match(code, /xmlFormat/)
      }),
  },
]
