/**
 * A service that the library does not know, added by an application: compiled by
 * `npm run typecheck`, never run.
 *
 * @module
 */
import type { Saf, ServiceData, ServiceParams } from '../../src/index.ts'
import type { Expect, IsEqual } from './expect.ts'

declare module '../../src/index.ts' {
  interface ServiceMap {
    readonly acme_check: {
      readonly params: { readonly id: string }
      readonly data: { readonly verdict: 'good' | 'bad' }
    }
  }
}

/** The row is all it takes. */
export type Merged = [
  Expect<IsEqual<ServiceParams<'acme_check'>, { readonly id: string }>>,
  Expect<IsEqual<ServiceData<'acme_check'>['verdict'], 'good' | 'bad'>>,
]

/** It is called as any other. */
export async function callMerged({ executeRequest: call }: Saf): Promise<'good' | 'bad'> {
  // @ts-expect-error -- id
  await call('acme_check', { ID: '' })
  // @ts-expect-error -- text
  await call('acme_check', { id: 1 })
  const { data } = await call('acme_check', { id: '' })
  return data?.verdict ?? 'bad'
}
