/**
 * What the compiler says about each service: compiled by `npm run typecheck`, never run. A line
 * under `@ts-expect-error` that compiles is an error.
 *
 * @module
 */
import type { Saf, ServiceAnswer, ServiceData, ServiceMap, ServiceName } from '../../src/index.ts'
import type { Expect, IsEqual } from './expect.ts'

/** The documented services; `merging.ts` adds one more. */
type Documented =
  | 'intl_face_verify'
  | 'face_verify'
  | 'face_verify_localsdk'
  | 'account_abuse'
  | 'account_abuse_pro'
  | 'account_abuse_intl'
  | 'account_abuse_intl_pro'
  | 'coupon_abuse'
  | 'coupon_abuse_pro'
  | 'coupon_abuse_intl'
  | 'coupon_abuse_intl_pro'
  | 'account_takeover'
  | 'account_takeover_pro'
  | 'device_risk'
  | 'device_risk_pro'
  | 'device_risk_intl'
  | 'device_risk_intl_pro'
  | 'risk_intelligence'
  | 'risk_intelligence_ip'
  | 'email_risk'
  | 'address_validation'
  | 'Ad_fraud_detection'
  | 'Ad_fraud_detection_pro'
  | 'llm_fraud_detection'
  | 'saf_de'
  | 'yd_coupon_abuse'
  | 'yd_account_abuse'
  | 'yd_identity_forgery'

/** The names that an editor completes are those of the map. */
export type Names = Expect<IsEqual<Exclude<keyof ServiceMap, 'acme_check'>, Documented>>
/** Any other name passes. */
export type AnyName = Expect<string extends ServiceName ? true : false>

const at = { operateTime: 1, ip: '203.0.113.7' }
const mobile = '13000000000'
const who = { name: '张三', certNumber: '1' }
const deviceToken = 't'

/** A wrong name of a field, or one of another service. */
export async function wrongNames({ executeRequest: call }: Saf): Promise<void> {
  const photos = { refFaceContent: '', authFaceContent: '' }
  // @ts-expect-error -- resourceCode
  await call('intl_face_verify', { ...photos, resourcecode: '00840000' })
  // @ts-expect-error -- metainfo
  await call('face_verify', { method: 'init', ...who, metaInfo: '{}' })
  // @ts-expect-error -- queryId: zimId belongs to queryH5
  await call('face_verify', { method: 'query', bizId: '', zimId: '' })
  // @ts-expect-error -- no such method
  await call('face_verify', { method: 'start', ...who, metainfo: '{}' })
  // @ts-expect-error -- imgbase64
  await call('face_verify_localsdk', { ...who, imgBase64: '' })
  // @ts-expect-error -- operateTime
  await call('account_abuse', { operatetime: 1, ip: '', mobile })
  // @ts-expect-error -- deviceToken is _pro only
  await call('account_abuse', { ...at, mobile, deviceToken })
  // @ts-expect-error -- deviceToken
  await call('account_abuse_pro', { ...at, mobile, devicetoken: '' })
  // @ts-expect-error -- nickName
  await call('account_abuse_intl', { ...at, nickname: '' })
  // @ts-expect-error -- deviceToken
  await call('account_abuse_intl_pro', { ...at, token: '' })
  // @ts-expect-error -- mobileMd5
  await call('coupon_abuse', { ...at, mobileMD5: '' })
  // @ts-expect-error -- deviceToken
  await call('coupon_abuse_pro', { ...at, mobile, token: '' })
  // @ts-expect-error -- accountId
  await call('coupon_abuse_intl', { ...at, accountID: '' })
  // @ts-expect-error -- userAgent
  await call('coupon_abuse_intl_pro', { ...at, deviceToken, useragent: '' })
  // @ts-expect-error -- email
  await call('account_takeover', { ...at, mobile, mail: '' })
  // @ts-expect-error -- deviceToken
  await call('account_takeover_pro', { ...at, mobile })
  // @ts-expect-error -- deviceToken
  await call('device_risk', { token: '' })
  // @ts-expect-error -- deviceToken
  await call('device_risk_pro', { token: '' })
  // @ts-expect-error -- deviceToken
  await call('device_risk_intl', { token: '' })
  // @ts-expect-error -- deviceToken
  await call('device_risk_intl_pro', { token: '' })
  // @ts-expect-error -- mobile or mobileMd5
  await call('risk_intelligence', { phone: '' })
  // @ts-expect-error -- ip
  await call('risk_intelligence_ip', { IP: '' })
  // @ts-expect-error -- email
  await call('email_risk', { mail: '' })
  // @ts-expect-error -- address
  await call('address_validation', { addr: '' })
  const ad = { deliveryMode: '', advertisingType: '', operateTime: 1 }
  // @ts-expect-error -- operateSource
  await call('Ad_fraud_detection', { ...ad, source: 'PC' })
  // @ts-expect-error -- imeiMd5
  await call('Ad_fraud_detection_pro', { ...ad, operateSource: 'PC', imei: '' })
  // @ts-expect-error -- dialogs
  await call('llm_fraud_detection', { dialog: '' })
  // @ts-expect-error -- eventCode
  await call('saf_de', { eventcode: '' })
  // @ts-expect-error -- userId
  await call('yd_coupon_abuse', { userID: '' })
  // @ts-expect-error -- userId
  await call('yd_account_abuse', { userID: '' })
  // @ts-expect-error -- userId
  await call('yd_identity_forgery', { userID: '' })
}

/** A field of a wrong type, or both of two that exclude each other. */
export async function wrongTypes({ executeRequest: call }: Saf): Promise<void> {
  const photos = { refFaceContent: '', authFaceContent: '' }
  // @ts-expect-error -- text
  await call('intl_face_verify', { ...photos, resourceCode: 840_000 })
  // @ts-expect-error -- JSON text
  await call('face_verify', { method: 'init', ...who, metainfo: {} })
  // @ts-expect-error -- 1
  await call('face_verify', { method: 'query', bizId: '', queryId: '', returnImage: true })
  // @ts-expect-error -- text
  await call('face_verify_localsdk', { ...who, blob: new Uint8Array(1) })
  // @ts-expect-error -- one of blob and imgbase64
  await call('face_verify_localsdk', { ...who, blob: '', imgbase64: '' })
  // @ts-expect-error -- seconds
  await call('account_abuse', { operateTime: '1', ip: '', mobile })
  // @ts-expect-error -- one of mobile and mobileMd5
  await call('account_abuse', { ...at, mobile, mobileMd5: '' })
  // @ts-expect-error -- text
  await call('account_abuse_pro', { ...at, mobile, deviceToken: 1 })
  // @ts-expect-error -- seconds
  await call('account_abuse_intl', { operateTime: new Date(0), ip: '' })
  // @ts-expect-error -- text
  await call('account_abuse_intl_pro', { ...at, deviceToken: null })
  // @ts-expect-error -- text
  await call('coupon_abuse', { ...at, mobile: 13_000_000_000 })
  // @ts-expect-error -- text
  await call('coupon_abuse_pro', { ...at, mobile, deviceToken: [] })
  // @ts-expect-error -- text
  await call('coupon_abuse_intl', { ...at, ip: 1 })
  // @ts-expect-error -- text
  await call('coupon_abuse_intl_pro', { ...at, deviceToken, mobile: 1 })
  // @ts-expect-error -- text
  await call('account_takeover', { ...at, mobile, email: 1 })
  // @ts-expect-error -- text
  await call('account_takeover_pro', { ...at, mobile, deviceToken, nickName: 1 })
  // @ts-expect-error -- text
  await call('device_risk', { deviceToken: 1 })
  // @ts-expect-error -- text
  await call('device_risk_pro', { deviceToken: 1 })
  // @ts-expect-error -- text
  await call('device_risk_intl', { deviceToken: 1 })
  // @ts-expect-error -- text
  await call('device_risk_intl_pro', { deviceToken: 1 })
  // @ts-expect-error -- text
  await call('risk_intelligence', { mobile: 1 })
  // @ts-expect-error -- text
  await call('risk_intelligence_ip', { ip: 1 })
  // @ts-expect-error -- text
  await call('email_risk', { email: ['a@example.com'] })
  // @ts-expect-error -- text
  await call('address_validation', { address: 1 })
  const ad = { deliveryMode: '', advertisingType: '', operateTime: 1, operateSource: 'PC' }
  // @ts-expect-error -- seconds
  await call('Ad_fraud_detection', { ...ad, operateTime: '1' })
  // @ts-expect-error -- text
  await call('Ad_fraud_detection_pro', { ...ad, deviceToken: 1 })
  // @ts-expect-error -- JSON text
  await call('llm_fraud_detection', { dialogs: [{ role: 'user', content: '' }] })
  // @ts-expect-error -- text
  await call('saf_de', { eventCode: 1 })
  // @ts-expect-error -- text
  await call('yd_coupon_abuse', { mobile: 1 })
  // @ts-expect-error -- text
  await call('yd_account_abuse', { imei: 1 })
  // @ts-expect-error -- text
  await call('yd_identity_forgery', { platform: {} })
}

/** Data of each shape. */
export type Data = [
  Expect<IsEqual<ServiceData<'account_abuse'>['score'], number>>,
  Expect<IsEqual<ServiceData<'coupon_abuse_pro'>['extend'], string | undefined>>,
  Expect<IsEqual<keyof ServiceData<'account_abuse_intl'>, 'score' | 'tags'>>,
  Expect<IsEqual<ServiceData<'device_risk'>['tags'], string>>,
  Expect<IsEqual<ServiceData<'risk_intelligence_ip'>['extend']['city'], string | undefined>>,
  Expect<IsEqual<ServiceData<'address_validation'>, { readonly score: number }>>,
  Expect<IsEqual<ServiceData<'yd_coupon_abuse'>['score'], number>>,
  Expect<IsEqual<ServiceData<'face_verify'>['image'], string | undefined>>,
  Expect<IsEqual<ServiceData<'no_such'>, unknown>>,
]

/** Answers, typed by the service's name. */
export async function readAnswers(saf: Saf, service: string, given: object): Promise<void> {
  const risk = await saf.executeRequest('email_risk', { email: '' })
  const tags: string | undefined = risk.data?.tags
  // @ts-expect-error -- an answer may come without Data
  const bare: string = risk.data.tags
  // @ts-expect-error -- no such field
  const none: unknown = risk.data?.score
  // An unknown service takes any object and gives anything.
  const other: ServiceAnswer = await saf.executeRequest('brand_new', { any: [1, { thing: true }] })
  const dynamic: ServiceAnswer = await saf.executeRequest(service, given)
  // @ts-expect-error -- a text is no parameters
  await saf.executeRequest('brand_new', 'text')
  const { data } = await saf.decide('de_ayhruh4342', { amount: 12 })
  const decision: string | undefined = data?.finalDecision
  // @ts-expect-error -- an event's fields are an object
  await saf.decide('de_ayhruh4342', 'amount=12')
  // @ts-expect-error -- decide has an action of its own
  await saf.decide('de_ayhruh4342', {}, { action: 'ExecuteRequest' })
  // @ts-expect-error -- no such option
  await saf.executeRequest('email_risk', { email: '' }, { timeout: 1 })
  void [tags, bare, none, other, dynamic, decision]
}
