/**
 * Known answers to try: some of the vectors that the library is tested with. The build replaces this
 * file by what it exports, so that the page does not carry the rest of them.
 *
 * @module
 */
import { rpcVectors } from '../../../test/vectors/rpc-v1.ts'

/** A published request and its signature. */
export interface KnownAnswer {
  readonly id: string
  readonly method: string
  readonly accessKeySecret: string
  readonly params: Readonly<Record<string, string>>
  readonly signature: string
}

const IDS: readonly string[] = [
  'ecs-DescribeRegions',
  'dysms-SendSms-zh',
  'dm-SingleSendMail-POST',
  'sts-AssumeRole',
]

/** The published requests on offer. */
export const knownAnswers: readonly KnownAnswer[] = rpcVectors
  .filter(({ id }) => IDS.includes(id))
  .map(({ id, method, accessKeySecret, params, signature }) => {
    return { id, method, accessKeySecret, params, signature }
  })
