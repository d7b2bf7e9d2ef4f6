/**
 * Every service that answers by a fixed shape: what it asks for, and its Data
 * (`spec/services.json`). The values are made up, and the same for every call.
 *
 * @module
 */
/** Required fields, `|` between alternatives; then Data. */
export type ServiceRow = readonly [required: string, data: object];
/** One row a service. */
export declare const SERVICES: Readonly<Record<string, ServiceRow>>;
