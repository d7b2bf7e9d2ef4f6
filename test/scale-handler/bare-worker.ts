/**
 * A front door without a limit for each subject: what its isolates do at once is up to the records.
 *
 * @module
 */
import { createSaf } from '../../src/index.ts'
import { createVerifyHandler, durableObjectStore } from '../../src/handler/index.ts'
import type { IdempotencyNamespace } from '../../src/handler/index.ts'

interface Env {
  readonly SAF_ENDPOINT: string
  readonly ALLOWED_ORIGINS: string
  readonly RECORDS: IdempotencyNamespace
}

const fetch = createVerifyHandler<Env>({
  saf: ({ SAF_ENDPOINT: endpoint }) =>
    createSaf({
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
      endpoint,
      allowCustomEndpoint: true,
    }),
  authorize: (request) => request.headers.get('authorization'),
  allowedOrigins: (env) => [env.ALLOWED_ORIGINS],
  idempotency: (env) => durableObjectStore(env.RECORDS),
})

// oxlint-disable-next-line import/no-default-export -- why: a Worker is its default export
export default { fetch }
