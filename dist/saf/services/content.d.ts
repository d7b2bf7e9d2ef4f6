/**
 * Fraud in advertisements and in dialogs (`spec/services.json`). Types only.
 *
 * @module
 */
interface AdEvent {
    readonly deliveryMode: string;
    readonly advertisingType: string;
    /** An integer. */
    readonly operateTime: number;
    readonly operateSource: 'PC' | 'H5' | 'APP' | (string & {});
    readonly imeiMd5?: string | undefined;
    readonly androidIdMd5?: string | undefined;
    readonly oaidMd5?: string | undefined;
    readonly idfaMd5?: string | undefined;
    readonly macMd5?: string | undefined;
}
/** `Ad_fraud_detection`. */
export interface AdFraud {
    readonly params: AdEvent;
    readonly data: {
        readonly tags: string;
    };
}
/** `Ad_fraud_detection_pro`. */
export interface AdFraudPro {
    readonly params: AdEvent & {
        readonly deviceToken?: string | undefined;
    };
    readonly data: {
        readonly tags: string;
    };
}
/** `llm_fraud_detection`. */
export interface LlmFraud {
    readonly params: {
        /** JSON text of `[{ role, content }]`, each content at most 2000 characters. */
        readonly dialogs: string;
    };
    /** Not documented. */
    readonly data: Readonly<Record<string, unknown>>;
}
export {};
