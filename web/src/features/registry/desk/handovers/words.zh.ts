import { handoverWords } from '@domain/registry/handover-words.zh';

/** Words of machines that are sold, rented out or lent. */
const texts = {
  handovers: {
    ...handoverWords,
    intro: '本单位销售、出租、出借和收到的设备。出租、出借期间，使用单位对使用负责，所有单位对设备状况负责。',
    none: '还没有销售、出租或出借记录',
    all: '全部',
    waiting: '待确认',
    overdueOnes: '逾期未还',
    machine: '设备',
    from: '移交方',
    to: '接收方',
    days: '期限',
    span: '{from} 至 {until}',
    since: '{from} 起',
    overdue: '逾期未还',
    sticker: '设备码已随设备移交',
    noSticker: '设备码没有随设备移交',
    offer: '销售、出租、出借',
    offerHow: '对方确认收到后生效。对方还没登记的，请先自助登记。',
    kindTitle: '方式',
    receiver: '接收方',
    receiverHow: '填对方的统一社会信用代码，或焊工卡上的编码。',
    untilOn: '归还日期',
    stickerTick: '设备上的码完好，随设备一起移交',
    note: '备注',
    history: '销售、出租、出借',
    refuseHow: '原因会告诉移交方。',
  },
};

export default texts;
