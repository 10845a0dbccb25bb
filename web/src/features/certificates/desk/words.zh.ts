/** Words of certificates on the page of a welder. */
const texts = {
  console: {
    certificates: {
      title: '证书',
      none: '还没有登记证书',
      add: '登记证书',
      number: '证书编号',
      photo: '持证人照片',
      takePhoto: '拍摄或选择证件上的照片',
      photoHint: '只拍照片部分，不要拍到证件号码。复核开工照片时用来比对。',
      numberHint: '特种作业操作证编号为 T 加本人身份证号',
      kind: '证书类别',
      operations: '准操项目',
      issuer: '发证机关',
      issuedOn: '初领日期',
      validFrom: '有效期自',
      validTo: '有效期至',
      verify: '核验（原件或名单）',
      revoke: '吊销证书',
      forged: '认定假证',
      method: '核验方式',
      note: '核验说明',
      by: { evidence: '查看原件', import: '名单比对' },
    },
  },
};

export default texts;
