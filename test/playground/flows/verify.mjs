/** Flows of the verifying view. */
import { assert, choose, verify, withPage } from '../flow.mjs'

/** Each test face as the live one, and what it comes to. */
const FACES = [
  ['idPhoto', 'verdict pass'],
  ['match', 'verdict pass'],
  ['mismatch', 'verdict mismatch'],
  ['spoof', 'verdict attack'],
  ['unreadable', 'verdict inconclusive'],
  ['noReference', 'verdict inconclusive'],
]

/** Each switch: code (or the verdict), outcome, and requests made. */
const FAULTS = [
  ['none', 'verdict pass', undefined, 1],
  ['throttle', 'verdict pass', undefined, 2],
  ['skew', 'verdict pass', undefined, 2],
  ['token', 'verdict pass', undefined, 2],
  ['nonce', 'ERR_SAF_NONCE_USED', 'unknown', 1],
  ['secret', 'ERR_SAF_SIGNATURE', 'not-executed', 1],
  ['quota', 'ERR_SAF_QUOTA', 'not-executed', 1],
  ['forbidden', 'ERR_SAF_FORBIDDEN', 'not-executed', 1],
  ['internal', 'ERR_SAF_INTERNAL', 'failed', 1],
  ['html-414', 'ERR_SAF_BAD_RESPONSE', 'not-executed', 1],
  ['html-502', 'ERR_SAF_BAD_RESPONSE', 'unknown', 1],
  ['cut-body', 'ERR_SAF_BAD_RESPONSE', 'unknown', 1],
  ['malformed', 'ERR_SAF_BAD_RESPONSE', 'unknown', 1],
  ['empty', 'ERR_SAF_BAD_RESPONSE', 'unknown', 1],
  ['slow-body', 'verdict pass', undefined, 1],
  ['stalled-body', 'ERR_SAF_TIMEOUT', 'unknown', 1],
  ['no-answer', 'ERR_SAF_TIMEOUT', 'unknown', 1],
  ['network-error', 'ERR_SAF_NETWORK', 'unknown', 1],
  ['redirect', 'ERR_SAF_REDIRECT', 'unknown', 1],
  ['gzip-bomb', 'ERR_SAF_TOO_LARGE', 'unknown', 1],
]

async function openOptions(page, timeoutMs) {
  await page.locator('form details summary').click()
  await page.fill('input[name=timeoutMs]', String(timeoutMs))
  await page.locator('input[name=timeoutMs]').blur()
}

/** Drops a file on a slot, as a drag from the desktop does. */
async function drop(page, name, bytes) {
  await page.evaluate(
    ([file, data]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(data)], file, { type: 'image/jpeg' }))
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
      document.querySelectorAll('.slot')[1].dispatchEvent(event)
    },
    [name, bytes],
  )
}

/** Whether an element is within the window, as it is now. */
function isInView(page, selector) {
  return page.evaluate((at) => {
    const { bottom, top } = document.querySelector(at).getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  }, selector)
}

/** The page scrolls once the end of the call is drawn. */
async function waitInView(page, selector) {
  await page.waitForFunction((at) => {
    const { bottom, top } = document.querySelector(at).getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  }, selector)
}

export const flows = [
  ...FACES.map(([face, kinds]) => ({
    name: `verify: the test face ${face} comes to ${kinds.slice(8)}`,
    run: (world) =>
      withPage(world, {}, async (page) => {
        await page.selectOption('select[name=face-auth]', face)
        assert.equal((await verify(page)).kinds, kinds)
        assert.equal(await page.locator('#result .photos img').count(), 2)
      }),
  })),
  {
    name: 'verify: every switch shows its code, its outcome and its requests',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await openOptions(page, 2000)
        const shown = await page.locator('input[name=fault]').evaluateAll((all) => {
          return all.map(({ value }) => value)
        })
        assert.deepEqual(
          shown,
          FAULTS.map(([fault]) => fault),
        )
        for (const [fault, expected, outcome, requests] of FAULTS) {
          await choose(page, 'fault', fault)
          const seen = await verify(page)
          const got = [fault, seen.code ?? seen.kinds, seen.outcome, seen.requests]
          assert.deepEqual(got, [fault, expected, outcome, requests])
        }
      }),
  },
  {
    name: 'verify: a fault that strikes every request uses up the attempts',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await openOptions(page, 9000)
        await choose(page, 'fault', 'throttle')
        await choose(page, 'often', 'always')
        const { code, outcome, requests } = await verify(page)
        assert.deepEqual([code, outcome, requests], ['ERR_SAF_THROTTLED', 'not-executed', 3])
      }),
  },
  {
    name: 'verify: a replay of the same bytes is allowed by its box, and runs once only',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await openOptions(page, 4000)
        await page.getByLabel('replay the same bytes').check()
        await choose(page, 'fault', 'network-error')
        const { code, outcome, requests, timeline } = await verify(page)
        assert.deepEqual([code, outcome, requests], ['ERR_SAF_NONCE_USED', 'unknown', 2])
        assert.match(timeline, /the operation ran .*replays the same bytes.*did not run/)
      }),
  },
  {
    name: 'verify: XML gives the same verdict, and the raw answer is there to read',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await page.selectOption('select[name=format]', 'XML')
        assert.equal((await verify(page)).kinds, 'verdict pass')
        await page.locator('#result summary').click()
        assert.match(await page.locator('#result pre').innerText(), /"retCode": "OK_SUCCESS"/)
      }),
  },
  {
    name: 'verify: a wrong resource code is refused by the library, before anything is sent',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await page.selectOption('select[name=country]', '')
        await page.fill('input[name=resourceCode]', '12')
        const { code, outcome, requests, title } = await verify(page)
        assert.deepEqual([code, outcome, requests], ['TypeError', 'not-executed', 0])
        assert.equal(title, 'Nothing was sent')
      }),
  },
  {
    name: 'verify: a resource code can be typed to its end, that of Viet Nam too',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await page.selectOption('select[name=country]', '')
        await page.locator('input[name=resourceCode]').pressSequentially('00840000')
        assert.equal(await page.inputValue('input[name=resourceCode]'), '00840000')
        assert.equal((await verify(page)).kinds, 'verdict pass')
        await page.selectOption('select[name=country]', '00840000')
        assert.equal(await page.locator('input[name=resourceCode]').count(), 0)
      }),
  },
  {
    name: 'verify: a deadline that cannot be is pointed at, also where it is folded away',
    run: (world) =>
      withPage(world, {}, async (page) => {
        for (const wrong of ['0', '', '999999']) {
          await openOptions(page, wrong)
          await page.locator('form details summary').click()
          await page.locator('button.primary').click()
          await page.locator('input[name=timeoutMs]:focus').waitFor()
          await page.locator('form details summary').click()
        }
        await openOptions(page, 4000)
        assert.equal((await verify(page)).kinds, 'verdict pass')
      }),
  },
  ...[
    [1440, 900],
    [1280, 650],
    [390, 800],
  ].map(([width, height]) => ({
    name: `verify: its button is there to see from the start, and its verdict at the end, at ${width} px`,
    run: (world) =>
      withPage(world, { viewport: { width, height }, reducedMotion: 'reduce' }, async (page) => {
        assert.ok(await isInView(page, 'button.primary'))
        await page
          .locator('.slot')
          .first()
          .evaluate((slot) => slot.scrollIntoView())
        await verify(page)
        await waitInView(page, '#result .head')
        // Again, with a fault from the end of the form.
        await choose(page, 'fault', 'redirect')
        await page.locator('form details summary').scrollIntoViewIfNeeded()
        await verify(page)
        await waitInView(page, '#result .head')
      }),
  })),
  {
    name: 'verify: what has the focus is not covered by the button, which stays in sight',
    run: (world) =>
      withPage(world, {}, async (page) => {
        const where = (selector) => page.locator(selector).boundingBox()
        const { height, y } = await where('select[name=country]')
        await page.setViewportSize({ width: 1280, height: Math.round(y + height + 20) })
        await page.locator('select[name=face-auth]').focus()
        await page.keyboard.press('Tab')
        await page.locator('select[name=country]:focus').waitFor()
        const field = await where('select[name=country]')
        const bar = await where('.actions')
        assert.ok(field.y + field.height <= bar.y, `${JSON.stringify(field)} under the bar`)
      }),
  },
  {
    name: 'verify: a running call can be cancelled',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await choose(page, 'fault', 'no-answer')
        await page.locator('button.primary').click()
        await page.locator('progress').waitFor()
        await page.getByRole('button', { name: 'Cancel' }).click()
        await page.getByRole('heading', { name: 'Cancelled' }).waitFor()
        await page.locator('.outcome').getByText('It may have run').waitFor()
        assert.equal(await page.locator('button.primary:focus').count(), 1)
      }),
  },
  {
    name: 'verify: a dropped photo is taken; the emulator does not know it, unless told',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await drop(page, 'selfie.jpg', [0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9])
        await page.locator('.slot img[alt="selfie.jpg"]').waitFor({ state: 'attached' })
        assert.equal((await verify(page)).kinds, 'verdict inconclusive')
        await openOptions(page, 4000)
        await page.selectOption('select[name=face]', 'match')
        assert.equal((await verify(page)).kinds, 'verdict pass')
      }),
  },
  {
    name: 'verify: what is no JPEG is refused with a reason',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await drop(page, 'shot.jpg', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
        const { code, outcome, title } = await verify(page)
        const said = ['TypeError', 'not-executed', 'Nothing was sent']
        assert.deepEqual([code, outcome, title], said)
        await page.getByText('expected JPEG, got PNG').waitFor()
      }),
  },
  {
    name: 'verify: a long name of a file leaves the page as wide as it is',
    run: (world) =>
      withPage(world, { viewport: { width: 320, height: 800 } }, async (page) => {
        await drop(page, `${'WhatsApp_Image_'.repeat(15)}.jpg`, [1, 2, 3])
        await page.waitForFunction(() => {
          const image = document.querySelector('.slot img[alt^="WhatsApp"]')
          return image?.complete && image.naturalWidth === 0
        })
        const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        assert.equal(await wide(), 0)
        const right = await page
          .locator('.slot')
          .nth(1)
          .evaluate((slot) => {
            const edge = slot.getBoundingClientRect().right
            return Math.max(
              ...[...slot.children].map((each) => each.getBoundingClientRect().right - edge),
            )
          })
        assert.ok(right <= 0, `${right} px over the edge`)
      }),
  },
  {
    name: 'verify: a file that is dropped beside its place does not take the place of the page',
    run: (world) =>
      withPage(world, {}, async (page) => {
        const dropped = await page.evaluate(() => {
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File(['x'], 'a.jpg', { type: 'image/jpeg' }))
          const events = ['dragover', 'drop'].map((type) => {
            return new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
          })
          for (const event of events) document.querySelector('.fields').dispatchEvent(event)
          const words = new DataTransfer()
          words.setData('text/plain', 'words')
          const text = new DragEvent('drop', {
            dataTransfer: words,
            bubbles: true,
            cancelable: true,
          })
          document.querySelector('.fields').dispatchEvent(text)
          return [...events, text].map(({ defaultPrevented }) => defaultPrevented)
        })
        assert.deepEqual(dropped, [true, true, false])
        assert.equal(await page.locator('.slot img[alt="a.jpg"]').count(), 0)
      }),
  },
  {
    name: 'verify: the camera takes a photo',
    run: (world) =>
      withPage(world, { permissions: ['camera'] }, async (page) => {
        await page.getByRole('button', { name: 'Camera: Live face' }).click()
        await page.waitForFunction(() => document.querySelector('video')?.videoWidth > 0)
        await page.getByRole('button', { name: 'Take the photo' }).click()
        await page.locator('.slot img[alt="Camera"]').waitFor()
        assert.equal(await page.locator('dialog').count(), 0)
        assert.equal((await verify(page)).kinds, 'verdict inconclusive')
      }),
  },
  {
    name: 'verify: without a camera there is no button for it, and a refused one is said',
    run: async (world) => {
      const init = () => Object.defineProperty(navigator, 'mediaDevices', { value: undefined })
      await withPage(world, { init }, async (page) => {
        assert.equal(await page.getByRole('button', { name: /^Camera/ }).count(), 0)
      })
      const refuse = () => {
        navigator.mediaDevices.getUserMedia = () =>
          Promise.reject(new DOMException('no', 'NotAllowedError'))
      }
      await withPage(world, { init: refuse }, async (page) => {
        await page
          .getByRole('button', { name: /^Camera/ })
          .first()
          .click()
        await page.getByText('The camera cannot be used here: NotAllowedError').waitFor()
        await page.getByRole('button', { name: 'Close' }).click()
      })
    },
  },
]
