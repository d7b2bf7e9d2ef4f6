/**
 * Which product a request is for, and which API of it (`spec/endpoints.json`,
 * `spec/saf-api.md` sections 2.1 and 3.9).
 *
 * @module
 */
/** What the gateway serves here. */
export type Product = 'saf' | 'sts';
/** An API of a product. */
export interface Api {
    /** Parameters that must be there. */
    readonly required: readonly string[];
    readonly isPostOnly?: boolean;
    readonly isUnsigned?: boolean;
}
interface ProductFacts {
    readonly versions: readonly string[];
    readonly actions: Readonly<Record<string, Api | 'unsupported'>>;
}
/** What each product publishes; `unsupported` is what only old SDKs know. */
export declare const PRODUCTS: Readonly<Record<Product, ProductFacts>>;
/** Tells a region's name by its shape. */
export declare function isRegion(text: string): boolean;
/** Tells the product that a host name of the vendor is bound to; undefined for any other host. */
export declare function findProduct(hostname: string): Product | undefined;
/** Guesses the product behind a host that is not the vendor's, such as loopback. */
export declare function guessProduct(action: string, version: string): Product;
export {};
