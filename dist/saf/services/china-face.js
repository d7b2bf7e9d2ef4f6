/* @ts-self-types="./china-face.d.ts" */
/**
 * `face_verify` and `face_verify_localsdk` of China: a person against the state's register
 * (`spec/saf-api.md` section 2.4). Types only.
 *
 * @module
 */
export {};
