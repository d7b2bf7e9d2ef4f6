/* @ts-self-types="./turn.d.ts" */
export { penalizeTurns, reserveTurn } from '../core.js'
