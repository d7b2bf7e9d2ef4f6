/* @ts-self-types="./redis-store.d.ts" */
/**
 * `redisStore`: idempotency records in Redis, by one Lua script. Exported by `saf-edge/handler`.
 *
 * @module
 */
import { check } from '../sign/core.js';
import { prepareScript } from '../transport/redis-script.js';
/**
 * The rules of `beginRecord`, on one hash. Leases are measured by what is left of the record's own
 * life, so that no clock is read but the one Redis expires keys by.
 */
const SCRIPT = `
local key, verb, owner = KEYS[1], ARGV[1], ARGV[2]
local found = redis.call('HMGET', key, 'owner', 'fingerprint', 'result', 'leaseEndsAtTtl')
if verb == 'begin' then
  if not found[1] then
    redis.call('HSET', key, 'owner', owner, 'fingerprint', ARGV[3], 'leaseEndsAtTtl', ARGV[4])
    redis.call('PEXPIRE', key, ARGV[5])
    return {'new'}
  end
  if found[2] ~= ARGV[3] then return {'conflict'} end
  if found[3] then return {'done', found[3]} end
  if found[1] == owner then return {'new'} end
  if redis.call('PTTL', key) > tonumber(found[4]) then return {'running'} end
  return {'expired'}
end
if found[1] == owner then
  if verb == 'finish' then redis.call('HSET', key, 'result', ARGV[3])
  elseif not found[3] then redis.call('DEL', key) end
end
return {'ok'}
`;
/** Stands before a result, which is JSON: Upstash's client decodes what looks like that. */
const MARK = 'result:';
const STATES = ['new', 'running', 'expired', 'conflict'];
/**
 * Creates a store in Redis 4 or newer: exact for every process that uses the same server. It must
 * keep what it is given (`maxmemory-policy noeviction`): a record that is lost is paid again.
 *
 * @param client - ioredis, node-redis (connected), Upstash REST, or anything with
 *   `eval(script, keys, args)`.
 * @param options - All optional.
 * @throws TypeError when the client has no `eval`. The store's methods reject as the client does.
 * @example
 * ```ts
 * import { redisStore } from 'saf-edge/handler'
 *
 * const client = { eval: async () => ['new'] } // new Redis(…) of ioredis, createClient(…), …
 * const claim = { owner: 'a', fingerprint: 'f', leaseMs: 1000, keepMs: 60_000 }
 * console.log((await redisStore(client).begin('key', claim)).state) // new
 * ```
 */
export function redisStore(client, { prefix = 'saf-edge:idempotency:' } = {}) {
    const runScript = prepareScript(client, SCRIPT);
    check(typeof prefix === 'string', 'prefix', 'text', prefix);
    const run = async (key, ...args) => {
        const answer = await runScript(prefix + key, args);
        check(Array.isArray(answer), 'eval', 'list as answer', answer);
        return answer;
    };
    return Object.freeze({
        async begin(key, { owner, fingerprint, leaseMs, keepMs }) {
            const times = [keepMs - leaseMs, keepMs].map(String);
            const [state, result] = await run(key, 'begin', owner, fingerprint, ...times);
            if (state === 'done' && typeof result === 'string') {
                return { state, result: result.replace(MARK, '') };
            }
            check(STATES.includes(state), 'eval', 'state as answer', state);
            return { state }; // why: one of the states, checked
        },
        async finish(key, owner, result) {
            await run(key, 'finish', owner, MARK + result);
        },
        async release(key, owner) {
            await run(key, 'release', owner);
        },
    });
}
