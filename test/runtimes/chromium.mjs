/**
 * Driver of Chromium: `chromium.mjs <order as JSON> <bundle of page.ts> <origin of the page>`.
 * The system's Chromium is used if there is one.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import bundled from '@sparticuz/chromium'
import { chromium } from 'playwright-core'

const [order, bundle, origin] = process.argv.slice(2)
const folders = process.env.PATH.split(delimiter)
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const installed = folders.flatMap((folder) => names.map((name) => join(folder, name)))
const executablePath = installed.find(existsSync) ?? (await bundled.executablePath())
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
const browser = await chromium.launch({ executablePath, args, headless: true })
try {
  const page = await browser.newPage()
  await page.goto(origin)
  await page.addScriptTag({ path: bundle })
  console.log(await page.evaluate((given) => globalThis.runSuites(given), order))
} finally {
  await browser.close()
}
