/** Flows of the signing view and of the view that explains a mismatch. */
import { assert, withPage } from '../flow.mjs'

/** Each example, and the heading it gets. */
const MISTAKES = [
  ['wrong-secret', 'Wrong AccessKey secret'],
  ['bare-ampersand', 'The & between pairs is not encoded'],
  ['encoded-once', 'Encoded once instead of twice'],
  ['plus-for-space', '+ instead of %20'],
  ['missing-parameter', 'A parameter was not signed'],
  ['method', 'Another HTTP method was signed'],
]

const signatureOf = (page) => page.locator('#stage-signature pre').innerText()

export const flows = [
  {
    name: 'sign: each known answer is signed as published',
    run: (world) =>
      withPage(world, { hash: '#sign' }, async (page) => {
        await page.locator('select[name=example]').waitFor()
        const ids = await page.locator('select[name=example] option').evaluateAll((all) => {
          return all.map(({ value }) => value).filter((value) => value !== '')
        })
        assert.equal(ids.length, 4)
        for (const id of ids) {
          await page.selectOption('select[name=example]', id)
          await page.locator('#stage-signature .good').waitFor()
        }
      }),
  },
  {
    name: 'sign: typing changes every stage at once, and marks where it came from',
    run: (world) =>
      withPage(world, { hash: '#sign' }, async (page) => {
        await page.locator('#stage-signature .good').waitFor()
        const before = await signatureOf(page)
        await page.getByLabel('Value of parameter 4').fill('a b')
        await page.getByText('not the published one').waitFor()
        assert.notEqual(await signatureOf(page), before)
        const marked = await page.locator('.stage mark').allInnerTexts()
        assert.deepEqual(
          marked.map((text) => text.trim()),
          ['Format=a b', 'Format=a%20b', 'Format=a%20b', 'Format%3Da%2520b', 'Format=a%20b'],
        )
      }),
  },
  {
    name: 'sign: a stage is copied by its button',
    run: (world) => {
      const permissions = ['clipboard-read', 'clipboard-write']
      return withPage(world, { hash: '#sign', permissions }, async (page) => {
        await page.locator('#stage-signature .good').waitFor()
        await page.getByRole('button', { name: 'Copy: Signature' }).click()
        await page.getByText('Copied').waitFor()
        const copied = await page.evaluate(() => navigator.clipboard.readText())
        assert.equal(copied, await signatureOf(page))
      })
    },
  },
  {
    name: 'sign: a name that is there twice has no signature',
    run: (world) =>
      withPage(world, { hash: '#sign' }, async (page) => {
        await page.locator('#stage-signature .good').waitFor()
        await page.getByLabel('Name of parameter 1', { exact: true }).fill('Action')
        await page.getByText('The name Action is there twice').waitFor()
        await page.waitForFunction(() => {
          return document.querySelector('#stage-signature pre')?.textContent === ''
        })
        assert.equal(await page.locator('.stages').getByText('the warning').count(), 0)
      }),
  },
  {
    name: 'sign: a photo in a parameter is drawn in part, and copied as a whole',
    run: (world) => {
      const permissions = ['clipboard-read', 'clipboard-write']
      return withPage(world, { hash: '#sign', permissions }, async (page) => {
        await page.locator('#stage-signature .good').waitFor()
        const photo = '/9j/'.repeat(100_000)
        await page.getByLabel('Value of parameter 1', { exact: true }).fill(photo)
        const text = await page.locator('#stage-encoded pre').innerText()
        assert.ok(text.length < 6000, `${text.length} characters`)
        assert.match(text, /… \d+ …/)
        await page.getByRole('button', { name: 'Copy: Encoded' }).click()
        await page.getByText('Copied').waitFor()
        const copied = await page.evaluate(() => navigator.clipboard.readText())
        assert.ok(copied.includes(encodeURIComponent(photo)))
      })
    },
  },
  {
    name: "sign: a long-lived key waits for the library's warning to be read",
    run: (world) =>
      withPage(world, { hash: '#sign' }, async (page) => {
        await page.locator('#stage-signature .good').waitFor()
        await page.fill('input[name=secret]', 'a-secret-of-somebody')
        await page.getByRole('alert').getByText('is a long-lived secret').waitFor()
        assert.equal(await page.getAttribute('input[name=secret]', 'type'), 'password')
        await page.waitForFunction(() => {
          return document.querySelector('#stage-signature pre')?.textContent === ''
        })
        assert.equal((await page.locator('.stages').innerText()).includes('somebody'), false)
        await page.locator('input[name=accept-key]').check()
        await page.waitForFunction(() => {
          return document.querySelector('#stage-signature pre')?.textContent.length === 28
        })
        // Another key is another question.
        await page.fill('input[name=secret]', 'a-secret-of-somebody-else')
        await page.waitForFunction(() => {
          return document.querySelector('#stage-signature pre')?.textContent === ''
        })
      }),
  },
  {
    name: 'mismatch: each example gets its name, with the network switched off',
    run: (world) =>
      withPage(world, { hash: '#mismatch' }, async (page) => {
        await page.locator('select[name=try]').waitFor()
        await page.context().setOffline(true)
        for (const [mistake, title] of MISTAKES) {
          await page.selectOption('select[name=try]', mistake)
          await page.getByRole('heading', { name: title, exact: true }).waitFor()
          const marks = await page.locator('.finding mark').count()
          assert.equal(marks, mistake === 'wrong-secret' ? 0 : 2, mistake)
        }
      }),
  },
  {
    name: 'mismatch: a long-lived key is not used before its warning is accepted',
    run: (world) =>
      withPage(world, { hash: '#mismatch' }, async (page) => {
        await page.selectOption('select[name=try]', 'wrong-secret')
        await page.locator('form details summary').click()
        await page.fill('input[name=secret]', 'a-secret-of-somebody')
        await page.getByRole('alert').getByText('is a long-lived secret').waitFor()
        await page.getByRole('button', { name: 'Explain' }).click()
        await page.locator('.warning').getByText('until you have read the warning').waitFor()
        await page.locator('input[name=accept-key]').check()
        await page.getByRole('button', { name: 'Explain' }).click()
        await page.locator('.finding').waitFor()
      }),
  },
  {
    name: 'mismatch: what was pasted is explained, and what is missing is asked for',
    run: (world) =>
      withPage(world, { hash: '#mismatch' }, async (page) => {
        await page.fill('textarea[name=ours]', 'hello')
        await page.getByRole('button', { name: 'Explain' }).click()
        await page.locator('.warning').getByText('Paste a string to sign').waitFor()
        await page.fill('textarea[name=ours]', 'Action=A&Format=JSON')
        await page.fill(
          'textarea[name=answer]',
          'server string to sign is:POST&%2F&Action%3DA%26Format%3DXML',
        )
        await page.getByRole('button', { name: 'Explain' }).click()
        await page.getByRole('heading', { name: 'A parameter changed on the way' }).waitFor()
        await page.locator('.finding p code').getByText('Format').waitFor()
        // Counted from one, as people do.
        await page.getByText('First difference at character 32').waitFor()
        // What was found is about what was pasted, not about what is typed now.
        await page.fill('textarea[name=ours]', 'Action=B')
        await page.locator('.finding').waitFor({ state: 'detached' })
      }),
  },
]
