/* @ts-self-types="./key-ring.d.ts" */
/** Issued keys remembered; the oldest go first. */
const MAX_ISSUED = 1000;
/** Creates a ring with the keys of the options. */
export function createKeyRing(configured) {
    const issued = new Map();
    return {
        find: (accessKeyId) => configured.get(accessKeyId) ?? issued.get(accessKeyId),
        findByToken: (token) => [...configured.values(), ...issued.values()].find((key) => key.securityToken === token),
        issue(accessKeyId, key) {
            issued.set(accessKeyId, key);
            const [oldest] = issued.keys();
            if (issued.size > MAX_ISSUED && oldest !== undefined)
                issued.delete(oldest);
        },
        clear: () => issued.clear(),
    };
}
