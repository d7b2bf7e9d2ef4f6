/* @ts-self-types="./index.d.ts" */
export { verifyFaces } from './verify-faces.js';
