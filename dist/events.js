/* @ts-self-types="./events.d.ts" */
export {};
