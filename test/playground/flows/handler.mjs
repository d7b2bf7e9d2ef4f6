/** Flows against a handler of one's own, through ky. */
import { assert, choose, verify, withPage } from '../flow.mjs'

async function useHandler(page, url) {
  await choose(page, 'via', 'handler')
  await page.fill('input[name=handlerUrl]', url)
}

export const flows = [
  {
    name: 'handler: a verdict comes from a handler, with one Idempotency-Key per verification',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await useHandler(page, world.handler.url)
        await page.fill('input[name=handlerAuth]', 'Bearer somebody')
        await page.selectOption('select[name=face-auth]', 'spoof')
        const { kinds, requests } = await verify(page)
        assert.deepEqual([kinds, requests], ['verdict attack', 1])
        await verify(page)
        assert.equal(new Set(world.handler.keys).size, 2)
      }),
  },
  {
    name: "handler: a refusal is shown with the handler's own words",
    run: (world) =>
      withPage(world, {}, async (page) => {
        await useHandler(page, world.handler.url)
        const { code, outcome } = await verify(page)
        assert.deepEqual([code, outcome], ['not-authorized', undefined])
      }),
  },
  {
    name: 'handler: what is busy is asked again with the same key',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await useHandler(page, `${world.handler.url}busy-once`)
        await page.fill('input[name=handlerAuth]', 'Bearer somebody')
        world.handler.keys.length = 0
        const { kinds, requests } = await verify(page)
        assert.deepEqual([kinds, requests], ['verdict pass', 2])
        assert.equal(world.handler.keys.length, 2)
        assert.equal(new Set(world.handler.keys).size, 1)
      }),
  },
  {
    name: 'handler: nobody there is a failure that says so',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await useHandler(page, 'http://127.0.0.1:9/')
        const { kinds, code } = await verify(page)
        assert.match(kinds, /^failure/)
        assert.equal(code, 'TypeError')
        const said = await page.locator('#result .outcome').innerText()
        assert.match(said, /^No answer: is the handler running/)
        assert.match(said, /the Idempotency-Key stays/)
        // What is said to those who do not see it is not drawn beside it.
        const { height, width } = await page.locator('#result .unseen').boundingBox()
        assert.deepEqual([height, width], [1, 1])
      }),
  },
  {
    name: 'handler: what had no answer is asked again with the same key, and a verdict ends that',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await useHandler(page, `${world.handler.url}hang-once`)
        await page.fill('input[name=handlerAuth]', 'Bearer somebody')
        await page.fill('input[name=timeoutMs]', '600')
        world.handler.keys.length = 0
        assert.equal((await verify(page)).code, 'TimeoutError')
        // A look at the emulator decides nothing.
        await choose(page, 'via', 'emulator')
        assert.equal((await verify(page)).kinds, 'verdict pass')
        await choose(page, 'via', 'handler')
        await page.fill('input[name=timeoutMs]', '5000')
        assert.equal((await verify(page)).kinds, 'verdict pass')
        assert.equal((await verify(page)).kinds, 'verdict pass')
        const [first, second, third] = world.handler.keys
        assert.equal(second, first)
        assert.notEqual(third, first)
      }),
  },
  {
    name: 'handler: without the network the page says what it lacks, and that nothing was sent',
    run: (world) =>
      withPage(world, {}, async (page) => {
        await useHandler(page, world.handler.url)
        await page.context().setOffline(true)
        const { outcome, requests, title } = await verify(page)
        assert.deepEqual([title, outcome, requests], ['Nothing was sent', 'not-executed', 0])
        await page.locator('#result').getByText('reload it').waitFor()
      }),
  },
  {
    name: 'handler: an address that the page may not call is refused where it is typed',
    run: (world) =>
      withPage(world, {}, async (page) => {
        for (const url of ['http://192.168.1.5/', 'https://user:pass@a.example/', 'ftp://a/']) {
          await useHandler(page, url)
          await page.locator('button.primary').click()
          await page.locator('input[name=handlerUrl]:focus:invalid').waitFor()
          await page.locator('button.primary').focus()
        }
        for (const url of ['https://a.example/v?b=1', 'http://localhost:1/', 'http://127.0.0.1']) {
          await useHandler(page, url)
          assert.equal(await page.locator('input[name=handlerUrl]:valid').count(), 1, url)
        }
        assert.equal(await page.locator('.empty').count(), 1)
      }),
  },
]
