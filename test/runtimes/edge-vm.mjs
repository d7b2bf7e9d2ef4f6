/**
 * Driver of Vercel's Edge Runtime: `edge-vm.mjs <order as JSON> <bundle of page.ts>`.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { EdgeVM } from '@edge-runtime/vm'

const [order, bundle] = process.argv.slice(2)
const vm = new EdgeVM()
vm.evaluate(readFileSync(bundle, 'utf8'))
console.log(await vm.evaluate('runSuites')(order))
