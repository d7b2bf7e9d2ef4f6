/** What every flow uses. */
import assert from 'node:assert/strict'

export { assert }

/** Opens the page, in a context of its own; `close` fails when the page broke a rule. */
export async function openPage({ browser, site }, options = {}) {
  const { hash = '', init, ...context } = options
  const isEnglish = { locale: 'en-US', viewport: { width: 1280, height: 900 } }
  const own = await browser.newContext({ ...isEnglish, ...context })
  const complaints = []
  if (init) await own.addInitScript(init)
  await own.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP refused ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  const page = await own.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // What a handler answers with 4xx is said by the browser itself.
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const isOwn = hostname === '127.0.0.1' || protocol === 'blob:' || protocol === 'data:'
    if (!isOwn) complaints.push(`request to ${hostname}`)
  })
  await page.goto(site + hash)
  await page.locator('h1').waitFor()
  const close = async () => {
    await own.close()
    assert.deepEqual(complaints, [])
  }
  return { page, close }
}

/** Opens the page, does something with it, and closes it. */
export async function withPage(world, options, work) {
  const { page, close } = await openPage(world, options)
  await work(page)
  await close()
}

/** Presses Verify and waits for the end of the call; returns what is shown of it. */
export async function verify(page) {
  await page.locator('button.primary').click()
  await page.locator('#result [aria-busy=false] > .card').waitFor()
  return page.evaluate(() => {
    const read = (selector) => document.querySelector(selector)?.textContent.trim()
    const requests = document.querySelectorAll('.timeline li.request').length
    const { classList } = document.querySelector('#result .card')
    return {
      kinds: [...classList].filter((name) => name !== 'card').join(' '),
      title: read('#result .card h2'),
      code: read('#result .card.failure .head code'),
      outcome: read('#result .outcome code'),
      timeline: read('.timeline')?.replace(/\s+/g, ' '),
      requests,
    }
  })
}

/** Chooses a switch, which is a radio button under its label. */
export async function choose(page, name, value) {
  await page.locator(`input[name=${name}][value="${value}"] + span`).click()
}
