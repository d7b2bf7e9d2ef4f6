/**
 * A view's state: one object that changes in one place.
 *
 * @module
 */

/** Holds a state. */
export interface State<S> {
  readonly get: () => S
  /** Changes some fields, then tells. */
  readonly set: (change: Partial<S>) => void
}

/** Creates a state that calls `onChange` after each change. */
export function createState<S extends object>(initial: S, onChange: () => void): State<S> {
  let state = initial
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change }
      onChange()
    },
  }
}

/** The value of the control that an event comes from. */
export function readValue(event: Event): string {
  return (event.target as HTMLInputElement).value // why: put on inputs, selects and textareas only
}

/** Whether the checkbox that an event comes from is checked. */
export function readChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked // why: put on checkboxes only
}
