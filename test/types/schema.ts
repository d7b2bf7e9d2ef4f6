/**
 * What a schema makes of the type of Data: compiled by `npm run typecheck`, never run.
 *
 * @module
 */
import * as valibot from 'valibot'
import { z } from 'zod'
import type { CallOptions, Saf, StandardSchema } from '../../src/index.ts'
import type { Expect, IsEqual } from './expect.ts'

const zodSchema = z.object({ tags: z.string().transform((text) => text.split(',')) })
const valibotSchema = valibot.object({ score: valibot.number() })

interface Given {
  readonly saf: Saf
  readonly schema: StandardSchema<'fine'>
  readonly options: CallOptions
  readonly service: string
}

/** Data is what the schema gives, and there; but for services that have results without Data. */
export async function callWithSchemas({ saf, schema, options, service }: Given): Promise<unknown> {
  const email = { email: '' }
  const query = { method: 'query', bizId: '', queryId: '' } as const
  const byZod = await saf.executeRequest('email_risk', email, { schema: zodSchema })
  const byValibot = await saf.decide('de_x', {}, { schema: valibotSchema })
  const added = await saf.executeRequest('brand_new', {}, { schema, timeoutMs: 1 })
  const maybe = await saf.executeRequest('face_verify', query, { schema })
  const dynamic = await saf.executeRequest(service, {}, { schema })
  const plain = await saf.executeRequest('email_risk', email, options)
  // @ts-expect-error -- a function is no schema
  await saf.executeRequest('email_risk', email, { schema: (data: unknown) => data })
  const checked: readonly [
    Expect<IsEqual<typeof byZod.data, { tags: string[] }>>,
    Expect<IsEqual<typeof byValibot.data, { score: number }>>,
    Expect<IsEqual<typeof added.data, 'fine'>>,
    Expect<IsEqual<typeof maybe.data, 'fine' | undefined>>,
    Expect<IsEqual<typeof dynamic.data, 'fine' | undefined>>,
    Expect<IsEqual<undefined extends typeof plain.data ? true : false, true>>,
  ] = [true, true, true, true, true, true]
  return checked
}
