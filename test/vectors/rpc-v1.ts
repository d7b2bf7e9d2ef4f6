/**
 * Known answers of RPC signature 1.0 (HMAC-SHA1), stage by stage, and signatures that carry one
 * named mistake. Data only: where each comes from is in its `source`, licences in README.md.
 *
 * @module
 */

/** One published request: its parameters and what each signing stage must give. */
export interface RpcVector {
  readonly id: string
  /** HTTP method that was signed; one vector publishes the empty string. */
  readonly method: string
  /** Secret as issued; the HMAC key is this text and `&`. */
  readonly accessKeySecret: string
  readonly params: Readonly<Record<string, string>>
  readonly canonicalQuery: string
  readonly stringToSign: string
  /** Standard base64 of the 20 bytes. */
  readonly signature: string
  readonly source: string
}

/** A signature that a known mistake produces: reproducible, and always to be refused. */
export interface WrongSignature {
  readonly id: string
  /** The vector that has the same parameters, where one does. */
  readonly base?: string
  readonly mistake: string
  readonly method?: string
  /** The text that was used as the HMAC key, mistake included. */
  readonly hmacKey: string
  /** The text that was signed, mistake included. */
  readonly stringToSign: string
  readonly signature: string
  readonly source: string
}

/** The published requests. */
export const rpcVectors: readonly RpcVector[] = [
  {
    id: 'ecs-DescribeRegions',
    method: 'GET',
    accessKeySecret: 'testsecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      Timestamp: '2016-02-23T12:46:24Z',
      Format: 'XML',
      AccessKeyId: 'testid',
      Action: 'DescribeRegions',
      SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
      Version: '2014-05-26',
    },
    canonicalQuery:
      'AccessKeyId=testid&Action=DescribeRegions&Format=XML&SignatureMethod=HMAC-SHA1&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0&Timestamp=2016-02-23T12%3A46%3A24Z&Version=2014-05-26',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26',
    signature: 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=',
    source:
      'docs: github AlibabaCloudDocs/ecs intl.en-US/API Reference/Getting started/Request signatures.md; AlibabaCloudDocs/api cn.zh-CN/阿里云API/签名机制/RPC API签名.md; help.aliyun.com/zh/ocr/developer-reference/signature-method',
  },
  {
    id: 'ecs-DescribeRegions-TimeStamp-spelling',
    method: 'GET',
    accessKeySecret: 'testsecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      TimeStamp: '2016-02-23T12:46:24Z',
      Format: 'XML',
      AccessKeyId: 'testid',
      Action: 'DescribeRegions',
      SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
      Version: '2014-05-26',
    },
    canonicalQuery:
      'AccessKeyId=testid&Action=DescribeRegions&Format=XML&SignatureMethod=HMAC-SHA1&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0&TimeStamp=2016-02-23T12%3A46%3A24Z&Version=2014-05-26',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26TimeStamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26',
    signature: 'CT9X0VtwR86fNWSnsc6v8YGOjuE=',
    source:
      'docs (older): AlibabaCloudDocs/ecs cn.zh-CN/API参考/调用方式/签名机制.md; aliyun-openapi-swift-sdk Tests/AliyunTests/AliyunTests.swift',
  },
  {
    id: 'ecs-DescribeDedicatedHosts',
    method: 'GET',
    accessKeySecret: 'testsecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      AccessKeyId: 'testid',
      Action: 'DescribeDedicatedHosts',
      Format: 'JSON',
      RegionId: 'cn-beijing',
      SignatureNonce: 'edb2b34af0af9a6d14deaf7c1a5315eb',
      Timestamp: '2023-03-13T08:34:30Z',
      Version: '2014-05-26',
    },
    canonicalQuery:
      'AccessKeyId=testid&Action=DescribeDedicatedHosts&Format=JSON&RegionId=cn-beijing&SignatureMethod=HMAC-SHA1&SignatureNonce=edb2b34af0af9a6d14deaf7c1a5315eb&SignatureVersion=1.0&Timestamp=2023-03-13T08%3A34%3A30Z&Version=2014-05-26',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeDedicatedHosts%26Format%3DJSON%26RegionId%3Dcn-beijing%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dedb2b34af0af9a6d14deaf7c1a5315eb%26SignatureVersion%3D1.0%26Timestamp%3D2023-03-13T08%253A34%253A30Z%26Version%3D2014-05-26',
    signature: '9NaGiOspFP5UPcwX8Iwt2YJXXuk=',
    source:
      'docs: help.aliyun.com/zh/sdk/product-overview/rpc-mechanism (current V2 RPC document, fixed-parameter example)',
  },
  {
    id: 'dysms-SendSms-zh',
    method: 'GET',
    accessKeySecret: 'testSecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      AccessKeyId: 'testId',
      Action: 'SendSms',
      Format: 'XML',
      OutId: '123',
      PhoneNumbers: '15300000001',
      RegionId: 'cn-hangzhou',
      SignName: '阿里云短信测试专用',
      SignatureNonce: '45e25e9b-0a6f-4070-8c85-2956eda1b466',
      TemplateCode: 'SMS_71390007',
      TemplateParam: '{"customer":"test"}',
      Timestamp: '2017-07-12T02:42:19Z',
      Version: '2017-05-25',
    },
    canonicalQuery:
      'AccessKeyId=testId&Action=SendSms&Format=XML&OutId=123&PhoneNumbers=15300000001&RegionId=cn-hangzhou&SignName=%E9%98%BF%E9%87%8C%E4%BA%91%E7%9F%AD%E4%BF%A1%E6%B5%8B%E8%AF%95%E4%B8%93%E7%94%A8&SignatureMethod=HMAC-SHA1&SignatureNonce=45e25e9b-0a6f-4070-8c85-2956eda1b466&SignatureVersion=1.0&TemplateCode=SMS_71390007&TemplateParam=%7B%22customer%22%3A%22test%22%7D&Timestamp=2017-07-12T02%3A42%3A19Z&Version=2017-05-25',
    stringToSign:
      'GET&%2F&AccessKeyId%3DtestId%26Action%3DSendSms%26Format%3DXML%26OutId%3D123%26PhoneNumbers%3D15300000001%26RegionId%3Dcn-hangzhou%26SignName%3D%25E9%2598%25BF%25E9%2587%258C%25E4%25BA%2591%25E7%259F%25AD%25E4%25BF%25A1%25E6%25B5%258B%25E8%25AF%2595%25E4%25B8%2593%25E7%2594%25A8%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D45e25e9b-0a6f-4070-8c85-2956eda1b466%26SignatureVersion%3D1.0%26TemplateCode%3DSMS_71390007%26TemplateParam%3D%257B%2522customer%2522%253A%2522test%2522%257D%26Timestamp%3D2017-07-12T02%253A42%253A19Z%26Version%3D2017-05-25',
    signature: 'zJDF+Lrzhj/ThnlvIToysFRq6t4=',
    source: 'docs: help.aliyun.com/document_detail/56189.html (SMS); many public test suites',
  },
  {
    id: 'dm-SingleSendMail-POST',
    method: 'POST',
    accessKeySecret: 'testsecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      AccessKeyId: 'testid',
      AccountName: "<a%b'>",
      Action: 'SingleSendMail',
      AddressType: '1',
      Format: 'XML',
      HtmlBody: '4',
      RegionId: 'cn-hangzhou',
      ReplyToAddress: 'true',
      SignatureNonce: 'c1b2c332-4cfb-4a0f-b8cc-ebe622aa0a5c',
      Subject: '3',
      TagName: '2',
      Timestamp: '2016-10-20T06:27:56Z',
      ToAddress: '1@test.com',
      Version: '2015-11-23',
    },
    canonicalQuery:
      'AccessKeyId=testid&AccountName=%3Ca%25b%27%3E&Action=SingleSendMail&AddressType=1&Format=XML&HtmlBody=4&RegionId=cn-hangzhou&ReplyToAddress=true&SignatureMethod=HMAC-SHA1&SignatureNonce=c1b2c332-4cfb-4a0f-b8cc-ebe622aa0a5c&SignatureVersion=1.0&Subject=3&TagName=2&Timestamp=2016-10-20T06%3A27%3A56Z&ToAddress=1%40test.com&Version=2015-11-23',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26AccountName%3D%253Ca%2525b%2527%253E%26Action%3DSingleSendMail%26AddressType%3D1%26Format%3DXML%26HtmlBody%3D4%26RegionId%3Dcn-hangzhou%26ReplyToAddress%3Dtrue%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dc1b2c332-4cfb-4a0f-b8cc-ebe622aa0a5c%26SignatureVersion%3D1.0%26Subject%3D3%26TagName%3D2%26Timestamp%3D2016-10-20T06%253A27%253A56Z%26ToAddress%3D1%2540test.com%26Version%3D2015-11-23',
    signature: 'llJfXJjBW3OacrVgxxsITgYaYm0=',
    source:
      'docs: www.alibabacloud.com/help/en/direct-mail/signature; help.aliyun.com/document_detail/29442.html',
  },
  {
    id: 'ram-CreateUser',
    method: 'GET',
    accessKeySecret: 'testsecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      AccessKeyId: 'testid',
      Action: 'CreateUser',
      Format: 'JSON',
      SignatureNonce: '6a6e0ca6-4557-11e5-86a2-b8e8563dc8d2',
      Timestamp: '2015-08-18T03:15:45Z',
      UserName: 'test',
      Version: '2015-05-01',
    },
    canonicalQuery:
      'AccessKeyId=testid&Action=CreateUser&Format=JSON&SignatureMethod=HMAC-SHA1&SignatureNonce=6a6e0ca6-4557-11e5-86a2-b8e8563dc8d2&SignatureVersion=1.0&Timestamp=2015-08-18T03%3A15%3A45Z&UserName=test&Version=2015-05-01',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DCreateUser%26Format%3DJSON%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D6a6e0ca6-4557-11e5-86a2-b8e8563dc8d2%26SignatureVersion%3D1.0%26Timestamp%3D2015-08-18T03%253A15%253A45Z%26UserName%3Dtest%26Version%3D2015-05-01',
    signature: 'kRA2cnpJVacIhDMzXnoNZG9tDCI=',
    source: 'docs: AlibabaCloudDocs/ram cn.zh-CN/API参考/API 参考（RAM）/调用方式/签名.md',
  },
  {
    id: 'sts-AssumeRole',
    method: 'GET',
    accessKeySecret: 'testsecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      AccessKeyId: 'testid',
      Action: 'AssumeRole',
      Format: 'JSON',
      RoleArn: 'acs:ram::1234567890123:role/firstrole',
      RoleSessionName: 'client',
      SignatureNonce: '571f8fb8-506e-11e5-8e12-b8e8563dc8d2',
      Timestamp: '2015-09-01T05:57:34Z',
      Version: '2015-04-01',
    },
    canonicalQuery:
      'AccessKeyId=testid&Action=AssumeRole&Format=JSON&RoleArn=acs%3Aram%3A%3A1234567890123%3Arole%2Ffirstrole&RoleSessionName=client&SignatureMethod=HMAC-SHA1&SignatureNonce=571f8fb8-506e-11e5-8e12-b8e8563dc8d2&SignatureVersion=1.0&Timestamp=2015-09-01T05%3A57%3A34Z&Version=2015-04-01',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DAssumeRole%26Format%3DJSON%26RoleArn%3Dacs%253Aram%253A%253A1234567890123%253Arole%252Ffirstrole%26RoleSessionName%3Dclient%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D571f8fb8-506e-11e5-8e12-b8e8563dc8d2%26SignatureVersion%3D1.0%26Timestamp%3D2015-09-01T05%253A57%253A34Z%26Version%3D2015-04-01',
    signature: 'gNI7b0AyKZHxDgjBGPDgJ1Ce3L4=',
    source: 'docs: AlibabaCloudDocs/ram cn.zh-CN/API 参考（STS）/签名机制.md',
  },
  {
    id: 'mts-SearchTemplate',
    method: 'GET',
    accessKeySecret: 'testKeySecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      Timestamp: '2015-05-14T09:03:45Z',
      Format: 'XML',
      AccessKeyId: 'testId',
      Action: 'SearchTemplate',
      PageSize: '2',
      SignatureNonce: '4902260a-516a-4b6a-a455-45b653cf6150',
      Version: '2014-06-18',
    },
    canonicalQuery:
      'AccessKeyId=testId&Action=SearchTemplate&Format=XML&PageSize=2&SignatureMethod=HMAC-SHA1&SignatureNonce=4902260a-516a-4b6a-a455-45b653cf6150&SignatureVersion=1.0&Timestamp=2015-05-14T09%3A03%3A45Z&Version=2014-06-18',
    stringToSign:
      'GET&%2F&AccessKeyId%3DtestId%26Action%3DSearchTemplate%26Format%3DXML%26PageSize%3D2%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D4902260a-516a-4b6a-a455-45b653cf6150%26SignatureVersion%3D1.0%26Timestamp%3D2015-05-14T09%253A03%253A45Z%26Version%3D2014-06-18',
    signature: 'kmDv4mWo806GWPjQMy2z4VhBBDQ=',
    source: 'docs: AlibabaCloudDocs/mts cn.zh-CN/API参考/调用方式/签名机制.md',
  },
  {
    id: 'actiontrail-LookupEvents',
    method: 'POST',
    accessKeySecret: 'testsecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      AccessKeyId: 'testid',
      Action: 'LookupEvents',
      Format: 'JSON',
      RegionId: 'cn-hangzhou',
      SignatureNonce: '08d80560-0f4f-11eb-8cbb-0972fab51c81',
      Timestamp: '2020-10-16T01:29:29Z',
      Version: '2020-07-06',
    },
    canonicalQuery:
      'AccessKeyId=testid&Action=LookupEvents&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=08d80560-0f4f-11eb-8cbb-0972fab51c81&SignatureVersion=1.0&Timestamp=2020-10-16T01%3A29%3A29Z&Version=2020-07-06',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DLookupEvents%26Format%3DJSON%26RegionId%3Dcn-hangzhou%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D08d80560-0f4f-11eb-8cbb-0972fab51c81%26SignatureVersion%3D1.0%26Timestamp%3D2020-10-16T01%253A29%253A29Z%26Version%3D2020-07-06',
    signature: 'fFG+usugjKwssVzaPH0FXZPkSWY=',
    source:
      'docs: ActionTrail signature document, quoted in a public repository (printed signature is for POST, though the printed URL reads as a GET)',
  },
  {
    id: 'rds-DescribeDBInstances',
    method: 'GET',
    accessKeySecret: 'testsecret',
    params: {
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      TimeStamp: '2013-06-01T10:33:56Z',
      Format: 'XML',
      AccessKeyId: 'testid',
      Action: 'DescribeDBInstances',
      RegionId: 'region1',
      SignatureNonce: 'NwDAxvLU6tFE0DVb',
      Version: '2014-08-15',
    },
    canonicalQuery:
      'AccessKeyId=testid&Action=DescribeDBInstances&Format=XML&RegionId=region1&SignatureMethod=HMAC-SHA1&SignatureNonce=NwDAxvLU6tFE0DVb&SignatureVersion=1.0&TimeStamp=2013-06-01T10%3A33%3A56Z&Version=2014-08-15',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeDBInstances%26Format%3DXML%26RegionId%3Dregion1%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3DNwDAxvLU6tFE0DVb%26SignatureVersion%3D1.0%26TimeStamp%3D2013-06-01T10%253A33%253A56Z%26Version%3D2014-08-15',
    signature: 'BIPOMlu8LXBeZtLQkJTw6iFvw1E=',
    source: 'docs: RDS Signature document, quoted in a public repository',
  },
  {
    id: 'cdn-DescribeCdnService',
    method: 'GET',
    accessKeySecret: 'testsecret',
    params: {
      AccessKeyId: 'testid',
      Action: 'DescribeCdnService',
      Format: 'JSON',
      SignatureMethod: 'HMAC-SHA1',
      SignatureNonce: '9b7a44b0-3be1-11e5-8c73-08002700c460',
      SignatureVersion: '1.0',
      Timestamp: '2015-08-06T02:19:46Z',
      Version: '2014-11-11',
    },
    canonicalQuery:
      'AccessKeyId=testid&Action=DescribeCdnService&Format=JSON&SignatureMethod=HMAC-SHA1&SignatureNonce=9b7a44b0-3be1-11e5-8c73-08002700c460&SignatureVersion=1.0&Timestamp=2015-08-06T02%3A19%3A46Z&Version=2014-11-11',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeCdnService%26Format%3DJSON%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D9b7a44b0-3be1-11e5-8c73-08002700c460%26SignatureVersion%3D1.0%26Timestamp%3D2015-08-06T02%253A19%253A46Z%26Version%3D2014-11-11',
    signature: 'KkkQOf0ymKf4yVZLggy6kYiwgFs=',
    source: 'docs: AlibabaCloudDocs/cdn cn.zh-CN/API 参考/调用方式.md',
  },
  {
    id: 'darabonba-openapi-util query/body',
    method: 'GET',
    accessKeySecret: 'secret',
    params: {
      query: 'test',
      body: 'test',
    },
    canonicalQuery: 'body=test&query=test',
    stringToSign: 'GET&%2F&body%3Dtest%26query%3Dtest',
    signature: 'XlUyV4sXjOuX5FnjUz9IF9tm5rU=',
    source:
      'aliyun/darabonba-openapi-util: java/src/test/java/com/aliyun/openapiutil/ClientTest.java, php/tests/OpenApiUtilClientTest.php, python/tests/test_client.py, csharp/tests/ClientTest.cs, cpp/tests/main.cpp',
  },
  {
    id: 'darabonba-openapi-util empty method',
    method: '',
    accessKeySecret: 'accessKeySecret',
    params: {
      test: 'ok',
    },
    canonicalQuery: 'test=ok',
    stringToSign: '&%2F&test%3Dok',
    signature: 'jHx/oHoHNrbVfhncHEvPdHXZwHU=',
    source:
      'aliyun/darabonba-openapi-util ts/test/client.spec.ts + golang/service/service_test.go (method is the empty string)',
  },
  {
    id: 'sdk-go common request AK',
    method: 'GET',
    accessKeySecret: 'accessKeySecret',
    params: {
      Version: '',
      Action: '',
      Format: 'JSON',
      Timestamp: 'mock date',
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      SignatureType: '',
      SignatureNonce: 'MOCK_UUID',
      AccessKeyId: 'accessKeyId',
      RegionId: 'regionId',
    },
    canonicalQuery:
      'AccessKeyId=accessKeyId&Action=&Format=JSON&RegionId=regionId&SignatureMethod=HMAC-SHA1&SignatureNonce=MOCK_UUID&SignatureType=&SignatureVersion=1.0&Timestamp=mock%20date&Version=',
    stringToSign:
      'GET&%2F&AccessKeyId%3DaccessKeyId%26Action%3D%26Format%3DJSON%26RegionId%3DregionId%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3DMOCK_UUID%26SignatureType%3D%26SignatureVersion%3D1.0%26Timestamp%3Dmock%2520date%26Version%3D',
    signature: '7loPmFjvDnzOVnQeQNj85S6nFGY=',
    source: 'aliyun/alibaba-cloud-sdk-go sdk/auth/rpc_signature_composer_test.go',
  },
  {
    id: 'php-client 1,2 bar',
    method: 'GET',
    accessKeySecret: 'bar',
    params: {
      '0': '1',
      '1': '2',
    },
    canonicalQuery: '0=1&1=2',
    stringToSign: 'GET&%2F&0%3D1%261%3D2',
    signature: 'liZ2rLCylB5dy2kwxbuTa/BY5Uw=',
    source: 'aliyun/openapi-sdk-php-client tests/Unit/Request/RpcRequestTest.php',
  },
  {
    id: 'bash-sdk',
    method: 'GET',
    accessKeySecret: '',
    params: {
      key: 'value',
      foo: 'bar',
    },
    canonicalQuery: 'foo=bar&key=value',
    stringToSign: 'GET&%2F&foo%3Dbar%26key%3Dvalue',
    signature: 'NcrN6odhMq2fD7LEpbT0A7K3TJg=',
    source:
      'Hill-98/aliyun-openapi-bash-sdk test/test.bats.sh (secret from an unpublished .env.test)',
  },
]

/** The published mistakes. */
export const wrongSignatures: readonly WrongSignature[] = [
  {
    id: 'vault-DescribeRegions-bare-ampersand',
    base: 'ecs-DescribeRegions',
    mistake: 'string to sign keeps the & between pairs unencoded (the form some documents print)',
    method: 'GET',
    hmacKey: 'testsecret&',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid&Action%3DDescribeRegions&Format%3DXML&SignatureMethod%3DHMAC-SHA1&SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion%3D1.0&Timestamp%3D2016-02-23T12%253A46%253A24Z&Version%3D2014-05-26',
    signature: 'VyBL52idtt+oImX0NZC+2ngk15Q=',
    source:
      'public repository: Go test under a hashicorp/vault import path (alibaba-sdk-go v4 signer)',
  },
  {
    id: 'kms-CreateKey-bare-ampersand',
    mistake: 'same mistake, in an official document; also lacks SignatureNonce',
    method: 'GET',
    hmacKey: 'testsecret&',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid&Action%3DCreateKey&Format%3Djson&SignatureMethod%3DHMAC-SHA1&SignatureVersion%3D1.0&Timestamp%3D2016-03-28T03%253A13%253A08Z&Version%3D2016-01-20',
    signature: 's/OdVWMTmNGagvWlljdAJ7Itsew=',
    source: 'AlibabaCloudDocs/kms intl.en-US/API Reference/Calling method/Signature.md',
  },
  {
    id: 'ecs-DescribeRegions-secret-without-ampersand',
    base: 'ecs-DescribeRegions',
    mistake: 'secret without the trailing &',
    hmacKey: 'testsecret',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26',
    signature: 'R8VkbeU3DqhHmAVCdxW/CjqsRK0=',
    source: 'derived from ecs-DescribeRegions',
  },
  {
    id: 'ecs-DescribeRegions-ampersand-before-secret',
    base: 'ecs-DescribeRegions',
    mistake: '& before the secret',
    hmacKey: '&testsecret',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26',
    signature: 'Ik0e+98W0Mm2nDcN+8Dyax2b81M=',
    source: 'derived from ecs-DescribeRegions',
  },
  {
    id: 'ecs-DescribeRegions-method',
    base: 'ecs-DescribeRegions',
    mistake: 'method POST signed, GET sent',
    hmacKey: 'testsecret&',
    stringToSign:
      'POST&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26',
    signature: 'MxbnVAM4w6sft9xjVpe/GCKueuk=',
    source: 'derived from ecs-DescribeRegions',
  },
]
