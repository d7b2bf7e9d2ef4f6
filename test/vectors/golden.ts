/**
 * Answers of `intl_face_verify`: texts and field order of the vendor's access document, written
 * compactly as real answers are.
 *
 * @module
 */

/** One complete answer: the text on the wire and what it says. */
export interface GoldenBody {
  /** HTTP status the answer travels with (inferred: no document gives another). */
  readonly status: number
  readonly code: number
  readonly message: string
  readonly requestId: string
  /** The `Data` text inside the answer; absent when the answer has none. */
  readonly data?: string
  /** The body on the wire: compact JSON. */
  readonly text: string
}

/** The names of the printed answers. */
export type GoldenName = 'pass' | 'badResourceCode' | 'missingParameter'

/** A passed comparison, a refused resourceCode (Code 500 with Data) and a missing field (no Data). */
export const goldenBodies: Readonly<Record<GoldenName, GoldenBody>> = {
  pass: {
    status: 200,
    code: 200,
    message: 'OK',
    requestId: '0CE4BBEF-F149-490C-97CE-CBBD66E25D6C',
    data: '{"passed":"true","retCode":"OK_SUCCESS","retCodeSub":"Z1140","retMessage":"Facial recognition passed (Z1140)","extInfo":{"result":"true","score":"100.0","faceAttack":"false"}}',
    text: '{"Data":"{\\"passed\\":\\"true\\",\\"retCode\\":\\"OK_SUCCESS\\",\\"retCodeSub\\":\\"Z1140\\",\\"retMessage\\":\\"Facial recognition passed (Z1140)\\",\\"extInfo\\":{\\"result\\":\\"true\\",\\"score\\":\\"100.0\\",\\"faceAttack\\":\\"false\\"}}","Message":"OK","RequestId":"0CE4BBEF-F149-490C-97CE-CBBD66E25D6C","Code":200}',
  },
  badResourceCode: {
    status: 200,
    code: 500,
    message: 'system error',
    requestId: '725E1B4E-3E79-4FAB-AD52-1D09297CA54C',
    data: '{"passed":"false","retCode":"SYSTEM_ERROR","retCodeSub":"Z1141","retMessage":"resourceCode value invalid"}',
    text: '{"Data":"{\\"passed\\":\\"false\\",\\"retCode\\":\\"SYSTEM_ERROR\\",\\"retCodeSub\\":\\"Z1141\\",\\"retMessage\\":\\"resourceCode value invalid\\"}","Message":"system error","RequestId":"725E1B4E-3E79-4FAB-AD52-1D09297CA54C","Code":500}',
  },
  missingParameter: {
    status: 200,
    code: 400,
    message: 'refFaceContent or authFaceContent or resourceCode is null',
    requestId: 'C5E39498-2148-4DB4-A54F-77CC3BF0ABBF',
    text: '{"Message":"refFaceContent or authFaceContent or resourceCode is null","RequestId":"C5E39498-2148-4DB4-A54F-77CC3BF0ABBF","Code":400}',
  },
}
