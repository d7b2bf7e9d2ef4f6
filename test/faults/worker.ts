/**
 * Driver of workerd: a Worker for `workerd test`. The order comes as a binding.
 *
 * @module
 */
import * as lib from '../runtimes/library.ts'
import { drive } from './driver.ts'

const worker = {
  async test(_controller: unknown, env: { readonly ORDER: string }): Promise<void> {
    console.log(await drive(JSON.parse(env.ORDER), lib))
  },
}

// oxlint-disable-next-line import/no-default-export -- why: workerd asks for it
export default worker
