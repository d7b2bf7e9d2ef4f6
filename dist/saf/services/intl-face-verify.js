/* @ts-self-types="./intl-face-verify.d.ts" */
/**
 * `intl_face_verify`: compares an ID document's photo with a live face
 * (`spec/saf-api.md` section 1). Types only.
 *
 * @module
 */
export {};
