/* @ts-self-types="./actions.d.ts" */
export { chooseAction, decodeFields, isChinaFace, readDecimal } from '../core.js'
