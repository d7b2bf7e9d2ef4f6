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
      }),
  },
]
