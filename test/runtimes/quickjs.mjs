/**
 * Driver of QuickJS, a bare engine: `quickjs.mjs <order as JSON> <bundle of page.ts>`. What its
 * embedder has to provide for `saf-edge/noble` are the two functions below.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { getQuickJS } from 'quickjs-emscripten'

const PROVIDED = `
  globalThis.TextEncoder = class {
    encode = (text) => Uint8Array.from(encodeURIComponent(text).match(/%..|./g) ?? [], (c) =>
      c[1] ? parseInt(c.slice(1), 16) : c.charCodeAt(0))
  }
  globalThis.btoa = (binary) => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const bits = Array.from(binary, (c) => c.charCodeAt(0).toString(2).padStart(8, '0')).join('')
    const text = (bits.match(/.{1,6}/g) ?? []).map((six) => alphabet[parseInt(six.padEnd(6, 0), 2)])
    return text.join('').padEnd(Math.ceil(binary.length / 3) * 4, '=')
  };`
const [order, bundle] = process.argv.slice(2)
const vm = (await getQuickJS()).newContext()
const unwrap = ({ value, error }) => value ?? console.error(vm.dump(error))
unwrap(vm.evalCode(PROVIDED + readFileSync(bundle, 'utf8')))
const pending = vm.resolvePromise(unwrap(vm.evalCode(`runSuites(${JSON.stringify(order)})`)))
vm.runtime.executePendingJobs()
console.log(vm.getString(unwrap(await pending)))
