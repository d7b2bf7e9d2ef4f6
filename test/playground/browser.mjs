/**
 * Chromium and axe, from the packages of `test/runtimes`, installed when they are missing. The
 * system's Chromium is used if there is one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../runtimes/', import.meta.url))
const load = createRequire(join(folder, 'package.json'))

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

/** Starts Chromium; its camera shows a moving picture. */
export async function launchBrowser() {
  install()
  const { chromium } = load('playwright-core')
  const folders = process.env.PATH.split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const installed = folders.flatMap((each) => names.map((name) => join(each, name)))
  const executablePath = installed.find(existsSync) ?? (await findBundled())
  return chromium.launch({ executablePath, args: ARGS, headless: true })
}

/** The script that puts axe into a page. */
export function findAxe() {
  return load.resolve('axe-core/axe.min.js')
}

async function findBundled() {
  const bundled = load('@sparticuz/chromium')
  return (bundled.default ?? bundled).executablePath()
}

function install() {
  if (existsSync(join(folder, 'node_modules/axe-core'))) return
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the packages of test/runtimes could not be installed')
}
