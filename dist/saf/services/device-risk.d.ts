/**
 * `device_risk` and its variants: what a device is (`spec/services.json`). Types only.
 *
 * @module
 */
/** The shapes of `device_risk`, `…_pro`, `…_intl` and `…_intl_pro`. */
export interface DeviceRisk {
    readonly params: {
        /** From the device SDK: 600 bytes, or a few kilobytes. */
        readonly deviceToken: string;
    };
    readonly data: {
        /** Separated by commas: `is_emulator`, `is_rooted`, `is_virtual`, … */
        readonly tags: string;
        /** The device's identifier (pro). */
        readonly extend?: string;
    };
}
