/**
 * Driver of raw workerd: a Worker for `workerd test`. The order comes as a binding.
 *
 * @module
 */
import * as lib from './library.ts'
import { report } from './report.ts'

/** Nothing runs before `test` is called: workerd throws on most of it while a module loads. */
const worker = {
  async test(_controller: unknown, env: { readonly ORDER: string }): Promise<void> {
    console.log(await report(JSON.parse(env.ORDER), lib))
  },
}

// oxlint-disable-next-line import/no-default-export -- why: workerd asks for it
export default worker
