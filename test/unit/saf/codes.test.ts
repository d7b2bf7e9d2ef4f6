import { describe, expect, it } from 'vitest'
import { catchError, stub } from './stub.ts'

describe('code: 300 and 409 are results of the face services of China only', () => {
  it.each([
    ['face_verify', 300],
    ['face_verify', 409],
    ['face_verify_localsdk', 409],
  ])('%s answers %i', async (service, code) => {
    const { saf } = stub({ Code: code })
    const answer = await saf.executeRequest(service as string, {})
    expect(answer).toEqual({
      code,
      message: 'm',
      requestId: 'R-1',
      data: undefined,
      rawData: undefined,
    })
  })

  it.each(['email_risk', 'intl_face_verify', 'face_verify_x', 'brand_new'])(
    '%s has no such results',
    async (service) => {
      for (const Code of [300, 409]) {
        const { saf } = stub({ Code })
        const error = await catchError(saf.executeRequest(service as string, {}))
        expect(error).toMatchObject({ code: 'ERR_SAF_SERVICE', serviceCode: Code, service })
        expect(error['outcome']).toBe('failed')
      }
    },
  )
})

describe('code: what init of face_verify ends with is said', () => {
  it.each([
    [510, 'face_verify 510: the parameters are wrong or incomplete'],
    [520, 'face_verify 520: no such person: check name and certNumber'],
    [530, 'face_verify 530: no photo to compare with'],
    [540, 'face_verify 540: too many failed attempts'],
    [550, 'face_verify 550: it answered with an error, and may be billed'],
  ])('%i', async (Code, message) => {
    const { saf } = stub({ Code, Message: 'canary 张三' })
    const error = await catchError(saf.executeRequest('face_verify' as string, {}))
    expect(error).toMatchObject({
      name: 'ServiceError',
      code: 'ERR_SAF_SERVICE',
      outcome: 'failed',
      retryable: false,
      serviceCode: Code,
      message,
      requestId: 'R-1',
    })
  })

  it('but not for another service, whose code may mean anything', async () => {
    const { saf } = stub({ Code: 540 })
    const { message } = await catchError(saf.executeRequest('brand_new', {}))
    expect(message).toBe('brand_new 540: it answered with an error, and may be billed')
  })
})

describe('data: texts that stand for something else are decoded', () => {
  const extend = '{"country":"SG","isIdc":"0"}'

  it('extend of risk_intelligence_ip, and the text stays reachable', async () => {
    const { saf } = stub({ Code: 200, Data: { score: 0.12, extend } })
    const { data, rawData } = await saf.executeRequest('risk_intelligence_ip', { ip: '' })
    expect(data).toEqual({ score: 0.12, extend: { country: 'SG', isIdc: '0' } })
    expect(JSON.parse(rawData ?? '')).toEqual({ score: 0.12, extend })
  })

  it.each(['', 'no JSON', undefined, null, 7])('extend that is %j stays itself', async (given) => {
    const { saf } = stub({ Code: 200, Data: { score: 1, extend: given } })
    const { data } = await saf.executeRequest('risk_intelligence_ip', { ip: '' })
    expect(data?.extend).toBe(given)
  })

  it('extend of every other service is text', async () => {
    for (const service of ['device_risk_pro', 'account_abuse', 'brand_new', 'risk_x_ip']) {
      const { saf } = stub({ Code: 200, Data: { tags: '', extend } })
      const { data } = await saf.executeRequest(service as string, {})
      expect([service, data]).toEqual([service, { tags: '', extend }])
    }
  })

  it('a score in text is a number where it is documented as one', async () => {
    for (const service of ['account_abuse', 'saf_de', 'yd_coupon_abuse', 'address_validation']) {
      const { saf } = stub({ Code: 200, Data: '{"score":"12.50","tags":"1"}' })
      const { data } = await saf.executeRequest(service as string, {})
      expect([service, data]).toEqual([service, { score: 12.5, tags: '1' }])
    }
  })

  it('a score that is no decimal, or of an unknown service, stays itself', async () => {
    for (const [service, score] of [
      ['saf_de', '1e3'],
      ['saf_de', ''],
      ['saf_de', 'NaN'],
      ['brand_new', '12.50'],
      ['Ad_fraud_detection', '1'],
    ] as const) {
      const { saf } = stub({ Code: 200, Data: { score } })
      expect((await saf.executeRequest(service as string, {})).data).toEqual({ score })
    }
  })

  it('Data that is a list, a text or absurd is passed on', async () => {
    for (const [Data, data] of [
      [[1], [1]],
      ['accepted', 'accepted'],
      ['[{"score":"1"}]', [{ score: '1' }]],
      [7, undefined],
    ]) {
      const { saf } = stub({ Code: 200, Data })
      expect((await saf.executeRequest('risk_intelligence_ip', { ip: '' })).data).toEqual(data)
    }
  })
})
