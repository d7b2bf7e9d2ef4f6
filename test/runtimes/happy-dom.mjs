/**
 * Driver of happy-dom: `happy-dom.mjs <order as JSON> <bundle of page.ts> <origin of the page>`.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { Window } from 'happy-dom'

const [order, bundle, url] = process.argv.slice(2)
const settings = {
  enableJavaScriptEvaluation: true,
  suppressInsecureJavaScriptEnvironmentWarning: true,
}
const window = new Window({ url, settings })
window.eval(readFileSync(bundle, 'utf8'))
console.log(await window.runSuites(order))
await window.happyDOM.close()
