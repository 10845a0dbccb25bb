import type { CheckKind, LookupAnswer, VerificationMethod } from '@domain/certificates/lookup';

/** Words of looking certificates up and of their history, on both faces. */
const texts = {
  checks: {
    lookup: '官网查询核验',
    purpose: '查询用途',
    purposeHint: '会留痕：谁、何时、为什么查看了证号',
    purposeUsual: '核验特种作业操作证',
    show: '显示证号和姓名',
    shownHow: '把证号和姓名复制到官方查询页，或让持证人打开电子证，用官方小程序扫码。',
    number: '证书编号',
    name: '姓名',
    address: '官方查询网址',
    noAddress: '这类证件没有登记查询网址，请到发证机关查询。',
    copy: '复制',
    copied: '已复制',
    copyByHand: '请长按选中后复制',
    open: '打开官方查询页',
    answerTitle: '查询结果',
    answer: {
      valid: '有效',
      expired: '已过期',
      'not-found': '查无此证',
      'name-differs': '姓名不符',
    } satisfies Readonly<Record<LookupAnswer, string>>,
    means: {
      valid: '提交后，证书记为“已核验”。',
      waits: '提交后，由监管人员确认核验。',
      other: '提交后记入证书历史；扫电子证获得的临时作业资格立即终止。如确认是假证，请再做“认定假证”。',
    },
    screenshot: '上传查询结果截图或照片',
    screenshotHint: '截图里要看得清证号、姓名和有效期，它是核验凭证。',
    note: '说明（可不填）',
    submit: '提交查询结果',
    done: '查询结果已记录',
    forgedHow: '认定后不可撤回：立即停止作业，生成“使用伪造证件”案件，附截图，移送公安机关。',
    forgedShot: '上传证明假证的截图（可不传）',
    scan: '扫电子证',
    scanHow: '打开电子证，对准二维码。扫码只是申报，不代替核验。',
    reading: {
      same: '证号与登记的一致',
      'other-number': '这是另一本证：证号与登记的不一致，请核对。',
      'other-name': '证上的姓名与登记的不一致，请核对。',
      address: '这是官方查询网址，但二维码里没有证号，需由监管人员打开查询。',
      unknown: '无法识别这个二维码，已原样留存，供监管人员查看。',
    },
    workUntil: '核验前可作业至 {time}',
    again: '再扫一次',
    history: '办理记录',
    noHistory: '还没有办理记录',
    kind: {
      scanned: '扫电子证',
      revealed: '查看证号',
      lookup: '官网查询',
      verified: '核验通过',
      revoked: '吊销',
      forged: '认定假证',
    } satisfies Readonly<Record<CheckKind, string>>,
    method: { lookup: '官网查询', evidence: '查看原件', import: '名单比对', adapter: '系统接口' } satisfies Readonly<
      Record<VerificationMethod, string>
    >,
    proof: '查看截图',
    daysLeft: '还剩 {days} 天',
    lastDay: '今天到期',
    page: '操作证',
    none: '还没有登记操作证',
  },
};

export default texts;
