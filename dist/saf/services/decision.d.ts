/**
 * `saf_de`: the decision engine, with the events a customer defines (`spec/services.json`).
 * Types only.
 *
 * @module
 */
/** What the engine decided. */
export interface Decision {
    /** The score of the event. */
    readonly score: number;
    /** Codes that the engine gives the event. */
    readonly tags: string;
    /** What the engine says to do, such as `REJECT`. */
    readonly finalDecision: 'REJECT' | (string & {});
}
interface DecisionEvent {
    /** The event, such as `de_ayhruh4342`. */
    readonly eventCode: string;
}
/** The shapes of `saf_de`; `saf.decide` calls the same engine. */
export interface DecisionEngine {
    /** The event's code, and beside it the event's own fields: literals, or an interface's. */
    readonly params: (DecisionEvent & {
        readonly [field: string]: unknown;
    }) | (DecisionEvent & object);
    readonly data: Decision;
}
export {};
