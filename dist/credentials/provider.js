/* @ts-self-types="./provider.d.ts" */
export {};
