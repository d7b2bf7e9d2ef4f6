/**
 * The fault matrix: `node test/faults/run.mjs [runtime …]`. Node 20 cannot run TypeScript, so the
 * orchestrator is bundled first; it works in the project's folder.
 */
import process from 'node:process'
import { importBundled } from '../import-bundled.mjs'

const { main } = await importBundled('main.ts', import.meta.url)
process.exitCode = await main(process.argv.slice(2))
