/**
 * Signatures of one request, each with a named mistake: reproducible, and always to be refused.
 * Made by `reference/recipes.ts`, and compared with it in a test.
 *
 * @module
 */

/** The request as it is sent: every kind of character, and an empty value. */
export const wrongRequest = {
  method: 'POST',
  accessKeySecret: 'not-a-real-secret',
  params: {
    Format: 'JSON',
    Version: '2019-05-21',
    Timestamp: '2026-02-03T04:05:06Z',
    SignatureVersion: '1.0',
    SignatureNonce: '00112233445566778899aabbccddeeff',
    SignatureMethod: 'HMAC-SHA1',
    'ServiceParameters.1': 'second',
    ServiceParameters: '{"name":"Nguyễn Văn A","note":"50% ~ (a*b) + \'c\'/d!","icon":"😀"}',
    Service: 'intl_face_verify',
    Remark: '',
    RegionId: 'ap-southeast-1',
    Action: 'ExecuteRequest',
    AccessKeyId: 'testid',
  },
} as const

/** A signature that a mistake produces. */
export interface WrongVector {
  readonly id: string
  /** The mistake's name in the contract of `explainMismatch`. */
  readonly mistake: string
  /** The parameter that has to be named. */
  readonly parameter?: string
  /** The text that was used as the HMAC key, mistake included. */
  readonly hmacKey: string
  /** The text that was signed, mistake included. */
  readonly stringToSign: string
  /** As it was written, mistake included. */
  readonly signature: string
}

/** The signatures; the first is the right one. */
export const wrongVectors: readonly WrongVector[] = [
  {
    id: 'right',
    mistake: 'none',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'Bm/CIyUdoc+tO/abkRdAllbKZbQ=',
  },
  {
    id: 'secret alone',
    mistake: 'secret-without-ampersand',
    hmacKey: 'not-a-real-secret',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '9bcW/cn99dMs7eA6MlvU+pThpVY=',
  },
  {
    id: '& first',
    mistake: 'ampersand-before-secret',
    hmacKey: '&not-a-real-secret',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '4qp4pwFuwQHuqW5K4JMzrBtH0u4=',
  },
  {
    id: 'line break behind the secret',
    mistake: 'wrong-secret',
    hmacKey: 'not-a-real-secret\n&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'ufhRBAxRpYWpp0zl7LJ4TBG3DU0=',
  },
  {
    id: 'CR LF behind the secret',
    mistake: 'wrong-secret',
    hmacKey: 'not-a-real-secret\r\n&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'IRewzqlbX5oRfhZJ53SsOU6nWYs=',
  },
  {
    id: 'no secret',
    mistake: 'wrong-secret',
    hmacKey: '&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'uVi5l4GDiblWJ3q2gcnUYm3x4To=',
  },
  {
    id: 'undefined secret',
    mistake: 'wrong-secret',
    hmacKey: 'undefined&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'fS/3Qm9zRFP8DP0kU6GH6MV6Du8=',
  },
  {
    id: 'two & behind the secret',
    mistake: 'wrong-secret',
    hmacKey: 'not-a-real-secret&&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'P9q7kJBKJFES2tbL0ii1zM7khm4=',
  },
  {
    id: 'AccessKeyId as secret',
    mistake: 'wrong-secret',
    hmacKey: 'testid&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'jLbKW+3x46eO5yXcpncrTwpbl7g=',
  },
  {
    id: 'GET signed',
    mistake: 'method',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '2BXKHCSG9dKbkStd3b+o1TL6zxc=',
  },
  {
    id: 'PUT signed',
    mistake: 'method',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'PUT&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'qB9snbssmil2AUa6UZ/D9skUNmc=',
  },
  {
    id: 'method in small letters',
    mistake: 'method',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'post&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'ms0FMoYafx5pDAcRbPKpL8RBb9U=',
  },
  {
    id: 'no method',
    mistake: 'method',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      '&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'JG9I6rsgpAbL/8D37IARcxfrbto=',
  },
  {
    id: 'bare & between pairs',
    mistake: 'bare-ampersand',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid&Action%3DExecuteRequest&Format%3DJSON&RegionId%3Dap-southeast-1&Remark%3D&Service%3Dintl_face_verify&ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D&ServiceParameters.1%3Dsecond&SignatureMethod%3DHMAC-SHA1&SignatureNonce%3D00112233445566778899aabbccddeeff&SignatureVersion%3D1.0&Timestamp%3D2026-02-03T04%253A05%253A06Z&Version%3D2019-05-21',
    signature: 'dudrxTNAYPEHzbmyC/ALa51Cgs4=',
  },
  {
    id: 'bare & and =',
    mistake: 'bare-ampersand',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId=testid&Action=ExecuteRequest&Format=JSON&RegionId=ap-southeast-1&Remark=&Service=intl_face_verify&ServiceParameters=%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D&ServiceParameters.1=second&SignatureMethod=HMAC-SHA1&SignatureNonce=00112233445566778899aabbccddeeff&SignatureVersion=1.0&Timestamp=2026-02-03T04%253A05%253A06Z&Version=2019-05-21',
    signature: 'CKpuWUPYeRkbCKtEq7G05jmLzak=',
  },
  {
    id: 'path as /',
    mistake: 'path-not-encoded',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&/&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'tL/1SspsQxPfD6hQvOZEKudlTJQ=',
  },
  {
    id: 'no path',
    mistake: 'path-not-encoded',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'hW1LrEMoOBs0qOd9AVuUA6soRPk=',
  },
  {
    id: 'joined pairs not encoded',
    mistake: 'encoded-once',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId=testid&Action=ExecuteRequest&Format=JSON&RegionId=ap-southeast-1&Remark=&Service=intl_face_verify&ServiceParameters=%7B%22name%22%3A%22Nguy%E1%BB%85n%20V%C4%83n%20A%22%2C%22note%22%3A%2250%25%20~%20%28a%2Ab%29%20%2B%20%27c%27%2Fd%21%22%2C%22icon%22%3A%22%F0%9F%98%80%22%7D&ServiceParameters.1=second&SignatureMethod=HMAC-SHA1&SignatureNonce=00112233445566778899aabbccddeeff&SignatureVersion=1.0&Timestamp=2026-02-03T04%3A05%3A06Z&Version=2019-05-21',
    signature: 'z1w2pgg9kmWFLgUK9UDVymMlP4s=',
  },
  {
    id: 'values not encoded',
    mistake: 'encoded-once',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%7B%22name%22%3A%22Nguy%E1%BB%85n%20V%C4%83n%20A%22%2C%22note%22%3A%2250%25%20~%20%28a%2Ab%29%20%2B%20%27c%27%2Fd%21%22%2C%22icon%22%3A%22%F0%9F%98%80%22%7D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%3A05%3A06Z%26Version%3D2019-05-21',
    signature: 'cmND1FjhjSZDPqViY/WqyLm6RGY=',
  },
  {
    id: 'nothing encoded',
    mistake: 'encoded-once',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId=testid&Action=ExecuteRequest&Format=JSON&RegionId=ap-southeast-1&Remark=&Service=intl_face_verify&ServiceParameters={"name":"Nguyễn Văn A","note":"50% ~ (a*b) + \'c\'/d!","icon":"😀"}&ServiceParameters.1=second&SignatureMethod=HMAC-SHA1&SignatureNonce=00112233445566778899aabbccddeeff&SignatureVersion=1.0&Timestamp=2026-02-03T04:05:06Z&Version=2019-05-21',
    signature: '7V0ibx4sgmOjpcE1w99uqHJZZps=',
  },
  {
    id: 'joined pairs encoded twice',
    mistake: 'encoded-thrice',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%253Dtestid%2526Action%253DExecuteRequest%2526Format%253DJSON%2526RegionId%253Dap-southeast-1%2526Remark%253D%2526Service%253Dintl_face_verify%2526ServiceParameters%253D%25257B%252522name%252522%25253A%252522Nguy%2525E1%2525BB%252585n%252520V%2525C4%252583n%252520A%252522%25252C%252522note%252522%25253A%25252250%252525%252520~%252520%252528a%25252Ab%252529%252520%25252B%252520%252527c%252527%25252Fd%252521%252522%25252C%252522icon%252522%25253A%252522%2525F0%25259F%252598%252580%252522%25257D%2526ServiceParameters.1%253Dsecond%2526SignatureMethod%253DHMAC-SHA1%2526SignatureNonce%253D00112233445566778899aabbccddeeff%2526SignatureVersion%253D1.0%2526Timestamp%253D2026-02-03T04%25253A05%25253A06Z%2526Version%253D2019-05-21',
    signature: '2bc4DgTAP/imFXE5h3lyeBc4ZoE=',
  },
  {
    id: 'values encoded twice',
    mistake: 'encoded-thrice',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%25257B%252522name%252522%25253A%252522Nguy%2525E1%2525BB%252585n%252520V%2525C4%252583n%252520A%252522%25252C%252522note%252522%25253A%25252250%252525%252520~%252520%252528a%25252Ab%252529%252520%25252B%252520%252527c%252527%25252Fd%252521%252522%25252C%252522icon%252522%25253A%252522%2525F0%25259F%252598%252580%252522%25257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%25253A05%25253A06Z%26Version%3D2019-05-21',
    signature: 'VlNkYN5WHPJC4e5asXaT/xMQ2/4=',
  },
  {
    id: '+ for space',
    mistake: 'plus-for-space',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2BV%25C4%2583n%2BA%2522%252C%2522note%2522%253A%252250%2525%2B~%2B%2528a%252Ab%2529%2B%252B%2B%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'Fjw67lVwlAmBDOb85Sf63ZLuAqA=',
  },
  {
    id: '+ for space, left alone later',
    mistake: 'plus-for-space',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n+V%25C4%2583n+A%2522%252C%2522note%2522%253A%252250%2525+~+%2528a%252Ab%2529+%252B+%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'fwvg+UJe81MOPV2/R33iOpBV6Co=',
  },
  {
    id: 'form-encoded',
    mistake: 'plus-for-space',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2BV%25C4%2583n%2BA%2522%252C%2522note%2522%253A%252250%2525%2B%257E%2B%2528a*b%2529%2B%252B%2B%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'wnBOsI+Gqo8LBTbRyElmNjIO/lk=',
  },
  {
    id: 'form-encoded in values',
    mistake: 'plus-for-space',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2BV%25C4%2583n%2BA%2522%252C%2522note%2522%253A%252250%2525%2B%257E%2B%2528a%2Ab%2529%2B%252B%2B%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '58hn/qojwszJJQ5QtgVB883WgCk=',
  },
  {
    id: '+ left alone',
    mistake: 'plus-for-space',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%2B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'brVaVT+LhZCE8PWGSyJYK1w93PQ=',
  },
  {
    id: '* left alone',
    mistake: 'star-or-tilde',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a*b%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '8z8M9lIsHbb2jNo9wSI8Y0aaofg=',
  },
  {
    id: '* left alone in values',
    mistake: 'star-or-tilde',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%2Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'yg5U4yks9g2xKnR9kgyxw4bm/3U=',
  },
  {
    id: '~ encoded',
    mistake: 'star-or-tilde',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520%257E%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'AWJst4YGMjAUNSzVZjhGmwTS8Ew=',
  },
  {
    id: 'encodeURIComponent',
    mistake: 'star-or-tilde',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      "POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520(a*b)%2520%252B%2520'c'%252Fd!%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21",
    signature: 'Spewc3gzrOFkJZxRxcNy1M9C2eo=',
  },
  {
    id: 'encodeURIComponent on values',
    mistake: 'star-or-tilde',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%28a%2Ab%29%2520%252B%2520%27c%27%252Fd%21%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'R62UcUuLm6ZVqukF621W7nPUhQQ=',
  },
  {
    id: 'encodeURIComponent with * encoded',
    mistake: 'star-or-tilde',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      "POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520(a%252Ab)%2520%252B%2520'c'%252Fd!%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21",
    signature: 'AfUThmqP2PexDYWpkKyB5P64fWo=',
  },
  {
    id: '/ left alone',
    mistake: 'star-or-tilde',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527/d%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 't+IaQUsTw894rOtEntlehizx7B8=',
  },
  {
    id: 'small hex digits',
    mistake: 'star-or-tilde',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2f&AccessKeyId%3dtestid%26Action%3dExecuteRequest%26Format%3dJSON%26RegionId%3dap-southeast-1%26Remark%3d%26Service%3dintl_face_verify%26ServiceParameters%3d%257b%2522name%2522%253a%2522Nguy%25e1%25bb%2585n%2520V%25c4%2583n%2520A%2522%252c%2522note%2522%253a%252250%2525%2520~%2520%2528a%252ab%2529%2520%252b%2520%2527c%2527%252fd%2521%2522%252c%2522icon%2522%253a%2522%25f0%259f%2598%2580%2522%257d%26ServiceParameters.1%3dsecond%26SignatureMethod%3dHMAC-SHA1%26SignatureNonce%3d00112233445566778899aabbccddeeff%26SignatureVersion%3d1.0%26Timestamp%3d2026-02-03T04%253a05%253a06Z%26Version%3d2019-05-21',
    signature: 'mynvbhjyzJ7FRkEm+ViJcP27hHI=',
  },
  {
    id: 'small hex digits in values',
    mistake: 'star-or-tilde',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257b%2522name%2522%253a%2522Nguy%25e1%25bb%2585n%2520V%25c4%2583n%2520A%2522%252c%2522note%2522%253a%252250%2525%2520~%2520%2528a%252ab%2529%2520%252b%2520%2527c%2527%252fd%2521%2522%252c%2522icon%2522%253a%2522%25f0%259f%2598%2580%2522%257d%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253a05%253a06Z%26Version%3D2019-05-21',
    signature: 'ONSyGhZrMIMUOW8UZY4Si0JFBuw=',
  },
  {
    id: 'milliseconds, all zero',
    mistake: 'milliseconds',
    parameter: 'Timestamp',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06.000Z%26Version%3D2019-05-21',
    signature: 'E7DaBSpX222ShyJZqQ/d9L9w2qE=',
  },
  {
    id: 'milliseconds',
    mistake: 'milliseconds',
    parameter: 'Timestamp',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06.789Z%26Version%3D2019-05-21',
    signature: 'ZKa1isjC7fE5uVTYAxdE5v5cCiU=',
  },
  {
    id: 'without RegionId',
    mistake: 'missing-parameter',
    parameter: 'RegionId',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'Z6GCWxhWfrCMGCSgZoOCHmLzGOE=',
  },
  {
    id: 'without ServiceParameters',
    mistake: 'missing-parameter',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'Ts08Gn127JWZa9gxXTmI8rqfEJY=',
  },
  {
    id: 'without SignatureMethod',
    mistake: 'missing-parameter',
    parameter: 'SignatureMethod',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'btAbv06Q1yuk6R+X7pad66ZjoBU=',
  },
  {
    id: 'without AccessKeyId',
    mistake: 'missing-parameter',
    parameter: 'AccessKeyId',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'fsKjJE3gio1gmsx2coFBacTefjc=',
  },
  {
    id: 'without Remark',
    mistake: 'missing-parameter',
    parameter: 'Remark',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'Qg4fy/bt+IoPmEe71vjlFcQ1VOc=',
  },
  {
    id: 'without its own parameters',
    mistake: 'missing-parameter',
    parameter: 'Remark',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '+0TFJ2Dpke60wwnk9Bq1iOjcOxc=',
  },
  {
    id: 'with SignatureType',
    mistake: 'extra-parameter',
    parameter: 'SignatureType',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureType%3D%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'SP7rn9nEwQ6zSXqJQdptxrG4JNc=',
  },
  {
    id: 'with an empty SecurityToken',
    mistake: 'extra-parameter',
    parameter: 'SecurityToken',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26SecurityToken%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'xlntEFD6T4yPGwRqH/mPFGWsOtU=',
  },
  {
    id: 'with an empty Signature',
    mistake: 'extra-parameter',
    parameter: 'Signature',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26Signature%3D%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '0tGOrQuwM1kmNO6TQ5Di+xsaFaU=',
  },
  {
    id: 'with an empty Service',
    mistake: 'altered-parameter',
    parameter: 'Service',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3D%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'L5sCK//XUFhiZP16OCbvcc5Jixc=',
  },
  {
    id: 'with JSON that has spaces',
    mistake: 'altered-parameter',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2520%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2520%2522note%2522%253A%2520%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2520%2522icon%2522%253A%2520%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '2ANJRd2ryBOZLJPLwFIqIZ/V3oo=',
  },
  {
    id: 'not sorted',
    mistake: 'altered-parameter',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&Format%3DJSON%26Version%3D2019-05-21%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26SignatureVersion%3D1.0%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureMethod%3DHMAC-SHA1%26ServiceParameters.1%3Dsecond%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26Service%3Dintl_face_verify%26Remark%3D%26RegionId%3Dap-southeast-1%26Action%3DExecuteRequest%26AccessKeyId%3Dtestid',
    signature: 'NqsIAvUhMiko2tzaCC33vuyrNxg=',
  },
  {
    id: 'sorted by pairs',
    mistake: 'altered-parameter',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters.1%3Dsecond%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'oQYZzM/UWbqQDIkZZr7J23wIhsY=',
  },
  {
    id: 'sorted downwards',
    mistake: 'altered-parameter',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&Version%3D2019-05-21%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26SignatureVersion%3D1.0%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureMethod%3DHMAC-SHA1%26ServiceParameters.1%3Dsecond%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26Service%3Dintl_face_verify%26Remark%3D%26RegionId%3Dap-southeast-1%26Format%3DJSON%26Action%3DExecuteRequest%26AccessKeyId%3Dtestid',
    signature: 'KyjR1GqyUf2ms4Hmt7ONshl0BOg=',
  },
  {
    id: 'line break behind the text',
    mistake: 'altered-parameter',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21\n',
    signature: '3XLOatCF78wkPBSoLMTp9ai+wqg=',
  },
  {
    id: 'hexadecimal',
    mistake: 'altered-parameter',
    parameter: 'Signature',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '066fc223251da1cfad3bf69b9117409656ca65b4',
  },
  {
    id: 'base64 of hexadecimal',
    mistake: 'altered-parameter',
    parameter: 'Signature',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'MDY2ZmMyMjMyNTFkYTFjZmFkM2JmNjliOTExNzQwOTY1NmNhNjViNA==',
  },
  {
    id: 'url-safe base64',
    mistake: 'altered-parameter',
    parameter: 'Signature',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'Bm_CIyUdoc-tO_abkRdAllbKZbQ',
  },
  {
    id: 'twice percent-encoded',
    mistake: 'encoded-thrice',
    parameter: 'Signature',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'Bm%252FCIyUdoc%252BtO%252FabkRdAllbKZbQ%253D',
  },
  {
    id: 'bare & and secret alone',
    mistake: 'bare-ampersand',
    hmacKey: 'not-a-real-secret',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid&Action%3DExecuteRequest&Format%3DJSON&RegionId%3Dap-southeast-1&Remark%3D&Service%3Dintl_face_verify&ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D&ServiceParameters.1%3Dsecond&SignatureMethod%3DHMAC-SHA1&SignatureNonce%3D00112233445566778899aabbccddeeff&SignatureVersion%3D1.0&Timestamp%3D2026-02-03T04%253A05%253A06Z&Version%3D2019-05-21',
    signature: 'Lu9B6RV0irl4D++LXzHm//o9g+E=',
  },
  {
    id: 'path as / and secret alone',
    mistake: 'path-not-encoded',
    hmacKey: 'not-a-real-secret',
    stringToSign:
      'POST&/&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: '4iCthzg001XUTjgu5dFpC1btzqs=',
  },
  {
    id: 'path as / and joined pairs not encoded',
    mistake: 'path-not-encoded',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&/&AccessKeyId=testid&Action=ExecuteRequest&Format=JSON&RegionId=ap-southeast-1&Remark=&Service=intl_face_verify&ServiceParameters=%7B%22name%22%3A%22Nguy%E1%BB%85n%20V%C4%83n%20A%22%2C%22note%22%3A%2250%25%20~%20%28a%2Ab%29%20%2B%20%27c%27%2Fd%21%22%2C%22icon%22%3A%22%F0%9F%98%80%22%7D&ServiceParameters.1=second&SignatureMethod=HMAC-SHA1&SignatureNonce=00112233445566778899aabbccddeeff&SignatureVersion=1.0&Timestamp=2026-02-03T04%3A05%3A06Z&Version=2019-05-21',
    signature: '3QXfmUWDlf0xZEfssNL4mPGpbj0=',
  },
  {
    id: 'path as / and / left alone',
    mistake: 'path-not-encoded',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&/&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527/d%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'a1iN1V/RHTSyDHxJre+8woawEBQ=',
  },
  {
    id: 'GET signed and secret alone',
    mistake: 'method',
    hmacKey: 'not-a-real-secret',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21',
    signature: 'gmhonps7VpZVqt3peaNIlzQo2u0=',
  },
  {
    id: '+ for space and bare &',
    mistake: 'bare-ampersand',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid&Action%3DExecuteRequest&Format%3DJSON&RegionId%3Dap-southeast-1&Remark%3D&Service%3Dintl_face_verify&ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2BV%25C4%2583n%2BA%2522%252C%2522note%2522%253A%252250%2525%2B~%2B%2528a%252Ab%2529%2B%252B%2B%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D&ServiceParameters.1%3Dsecond&SignatureMethod%3DHMAC-SHA1&SignatureNonce%3D00112233445566778899aabbccddeeff&SignatureVersion%3D1.0&Timestamp%3D2026-02-03T04%253A05%253A06Z&Version%3D2019-05-21',
    signature: 'j2goD7gHD842H5bdGLKtcejcZM4=',
  },
  {
    id: 'bare & and without RegionId',
    mistake: 'bare-ampersand',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid&Action%3DExecuteRequest&Format%3DJSON&Remark%3D&Service%3Dintl_face_verify&ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2520V%25C4%2583n%2520A%2522%252C%2522note%2522%253A%252250%2525%2520~%2520%2528a%252Ab%2529%2520%252B%2520%2527c%2527%252Fd%2521%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D&ServiceParameters.1%3Dsecond&SignatureMethod%3DHMAC-SHA1&SignatureNonce%3D00112233445566778899aabbccddeeff&SignatureVersion%3D1.0&Timestamp%3D2026-02-03T04%253A05%253A06Z&Version%3D2019-05-21',
    signature: 'CbCJFaoU2u7AkB8eY4xkpGemP8s=',
  },
  {
    id: 'encodeURIComponent and + for space',
    mistake: 'plus-for-space',
    parameter: 'ServiceParameters',
    hmacKey: 'not-a-real-secret&',
    stringToSign:
      "POST&%2F&AccessKeyId%3Dtestid%26Action%3DExecuteRequest%26Format%3DJSON%26RegionId%3Dap-southeast-1%26Remark%3D%26Service%3Dintl_face_verify%26ServiceParameters%3D%257B%2522name%2522%253A%2522Nguy%25E1%25BB%2585n%2BV%25C4%2583n%2BA%2522%252C%2522note%2522%253A%252250%2525%2B~%2B(a*b)%2B%252B%2B'c'%252Fd!%2522%252C%2522icon%2522%253A%2522%25F0%259F%2598%2580%2522%257D%26ServiceParameters.1%3Dsecond%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D00112233445566778899aabbccddeeff%26SignatureVersion%3D1.0%26Timestamp%3D2026-02-03T04%253A05%253A06Z%26Version%3D2019-05-21",
    signature: 'L24VVdCs0vuTdnn3hl6WeVqtcmE=',
  },
]
