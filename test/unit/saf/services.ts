/**
 * The documented services as facts: how each is called, a request, and the fields of its answer.
 * `services.test.ts` compares them with the specification's own table.
 *
 * @module
 */
import type { ServiceMap, ServiceName, ServiceParams } from '../../../src/index.ts'

/** One service, or one method of `face_verify`. */
export interface ServiceRow {
  readonly service: keyof ServiceMap
  readonly action: 'ExecuteRequest' | 'ExecuteRequestSG'
  /** The version it is called by. */
  readonly version: '2019-05-21' | '2017-03-31'
  /** A good request: every field that must be there first, then the others. */
  readonly params: Readonly<Record<string, unknown>>
  /** How many of the fields must be there. */
  readonly required: number
  /** Fields of Data by kind; `?` is optional, undefined for an answer without Data. */
  readonly data: Readonly<Record<string, 'number' | 'string' | 'object'>> | undefined
}

/** A request, typed by its service: a wrong field does not compile. */
type Requests = { readonly [S in keyof ServiceMap]?: ServiceParams<S> }

const event = { operateTime: 1_767_323_045, ip: '203.0.113.7' }
const number = { mobile: '13000000000' }
const digest = { mobileMd5: '0123456789abcdef0123456789abcdef' }
const device = { deviceToken: 'dG9rZW4=' }
const more = { accountId: 'a-1', email: 'a@example.com', nickName: '小明', userAgent: 'UA/1' }
const person = { certNumber: '11010119000101001X', name: '张三' }
const ad = { deliveryMode: 'CPC', advertisingType: 'feed', operateTime: 1, operateSource: 'H5' }
const md5s = { imeiMd5: 'a', androidIdMd5: 'b', oaidMd5: 'c', idfaMd5: 'd', macMd5: 'e' }
const legacy = {
  mobile: '13000000000',
  ip: '203.0.113.7',
  apdidToken: 't',
  userId: 'u',
  email: 'a@example.com',
  mac: 'm',
  userAgent: 'UA/1',
  imsi: 'i',
  imei: 'e',
  wifiMac: 'w',
  platform: 'p',
  longitude: '103.8',
  latitude: '1.3',
}

/** One good request a service. `face_verify` has its own rows below. */
const REQUESTS = {
  intl_face_verify: { refFaceContent: '', authFaceContent: '', resourceCode: '00840000' },
  face_verify_localsdk: { ...person, imgbase64: '' },
  account_abuse: { ...event, ...number, ...more },
  account_abuse_pro: { ...event, ...digest, ...device, ...more },
  coupon_abuse: { ...event, ...digest, ...more },
  coupon_abuse_pro: { ...event, ...number, ...device, ...more },
  account_takeover: { ...event, ...number, ...more },
  account_takeover_pro: { ...event, ...number, ...device, ...more },
  account_abuse_intl: { ...event, ...number, ...more },
  account_abuse_intl_pro: { ...event, ...device, ...digest, ...more },
  coupon_abuse_intl: { ...event, ...more },
  coupon_abuse_intl_pro: { ...event, ...device, ...more },
  device_risk: device,
  device_risk_pro: device,
  device_risk_intl: device,
  device_risk_intl_pro: device,
  risk_intelligence: digest,
  risk_intelligence_ip: { ip: '203.0.113.7' },
  email_risk: { email: 'a@example.com' },
  address_validation: { address: '北京市朝阳区1号' },
  Ad_fraud_detection: { ...ad, ...md5s },
  Ad_fraud_detection_pro: { ...ad, ...md5s, ...device },
  llm_fraud_detection: { dialogs: '[{"role":"user","content":"hi"}]' },
  saf_de: { eventCode: 'de_ayhruh4342', amount: 12, nested: { a: [1] } },
  yd_coupon_abuse: legacy,
  yd_account_abuse: legacy,
  yd_identity_forgery: legacy,
} as const satisfies Requests

const RISK = { score: 'number', tags: 'string' } as const
const RISK_EXTENDED = { ...RISK, 'extend?': 'string' } as const
const DEVICE = { tags: 'string', 'extend?': 'string' } as const
const TAGS = { tags: 'string' } as const
const SCORE = { score: 'number' } as const

type Facts = readonly [required: number, data: ServiceRow['data']]

const FACTS: { readonly [S in keyof typeof REQUESTS]: Facts } = {
  intl_face_verify: [
    3,
    {
      passed: 'string',
      retCode: 'string',
      retCodeSub: 'string',
      retMessage: 'string',
      'extInfo?': 'object',
    },
  ],
  face_verify_localsdk: [3, {}],
  account_abuse: [3, RISK_EXTENDED],
  account_abuse_pro: [4, RISK_EXTENDED],
  coupon_abuse: [3, RISK_EXTENDED],
  coupon_abuse_pro: [4, RISK_EXTENDED],
  account_takeover: [3, RISK_EXTENDED],
  account_takeover_pro: [4, RISK_EXTENDED],
  account_abuse_intl: [2, RISK],
  account_abuse_intl_pro: [3, RISK],
  coupon_abuse_intl: [2, RISK],
  coupon_abuse_intl_pro: [3, RISK],
  device_risk: [1, DEVICE],
  device_risk_pro: [1, DEVICE],
  device_risk_intl: [1, DEVICE],
  device_risk_intl_pro: [1, DEVICE],
  risk_intelligence: [1, RISK],
  risk_intelligence_ip: [1, { score: 'number', extend: 'object' }],
  email_risk: [1, TAGS],
  address_validation: [1, SCORE],
  Ad_fraud_detection: [4, TAGS],
  Ad_fraud_detection_pro: [4, TAGS],
  llm_fraud_detection: [1, {}],
  saf_de: [1, { ...RISK, finalDecision: 'string' }],
  yd_coupon_abuse: [0, SCORE],
  yd_account_abuse: [0, SCORE],
  yd_identity_forgery: [0, SCORE],
}

/** The methods of `face_verify`: a request, how many of its fields must be there, and Data. */
const FACE_METHODS: readonly (readonly [ServiceParams<'face_verify'>, ...Facts])[] = [
  [{ method: 'init', ...person, metainfo: '{}' }, 4, { queryId: 'string', bizId: 'string' }],
  [{ method: 'query', bizId: 'b', queryId: 'q', returnImage: 1 }, 3, { 'image?': 'string' }],
  [{ method: 'query', bizId: 'b', queryId: 'q' }, 3, undefined],
  [{ method: 'initH5', ...person, metainfo: '{}' }, 4, { zimId: 'string', bizId: 'string' }],
  [{ method: 'queryH5', bizId: 'b', zimId: 'z', returnImage: '1' }, 3, { 'image?': 'string' }],
  [{ method: 'match', ...person, imgbase64: '' }, 4, {}],
]

/** Every service, and every method of `face_verify`; photos are left empty. */
export const SERVICE_ROWS: readonly ServiceRow[] = [
  ...entries(REQUESTS).map(([service, params]): ServiceRow => {
    const [required, data] = FACTS[service]
    return { ...describe(service), params, required, data }
  }),
  ...FACE_METHODS.map(([params, required, data]): ServiceRow => {
    return { ...describe('face_verify'), params: { ...params }, required, data }
  }),
]

function describe(service: keyof ServiceMap): Pick<ServiceRow, 'service' | 'action' | 'version'> {
  return {
    service,
    action: service.includes('_intl') ? 'ExecuteRequestSG' : 'ExecuteRequest',
    version: service.startsWith('face_verify') ? '2017-03-31' : '2019-05-21',
  }
}

function entries<T extends object>(table: T): readonly [keyof T & ServiceName, T[keyof T]][] {
  return Object.entries(table) as never // why: the keys of a literal
}
