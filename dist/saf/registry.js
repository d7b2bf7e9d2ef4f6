/* @ts-self-types="./registry.d.ts" */
export {};
