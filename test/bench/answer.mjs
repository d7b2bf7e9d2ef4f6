/** What the service answers, as short as it can be. */
export const ANSWER = JSON.stringify({
  Code: 200,
  RequestId: 'R',
  Data: '{"retCode":"OK_SUCCESS","passed":"true","extInfo":{"result":"true","faceAttack":"false"}}',
})
