/* @ts-self-types="./signer.d.ts" */
export {};
