import { seatTexts } from './steps/seat.texts';
import type { Texts } from '../../platform/i18n/texts';
import { smallJobTexts } from './small-jobs.texts';
import { permitReasonTexts } from './permit-reasons.texts';
import { permitPlaceTexts } from './place.texts';

/** Refusals of permits beside what guards name, and messages. */
const own: Texts = {
  'permit.not-found': {
    zh: '没有这张作业票，或您无权查看。',
    en: 'There is no such permit, or you may not see it.',
  },
  'permit.command-unknown': {
    zh: '没有这个操作。可用的操作见列表。',
    en: 'There is no such command. The list names those there are.',
  },
  'permit.command-not-open': {
    zh: '现在还不能做这一步。请刷新，按页面上显示的按钮操作。',
    en: 'This step is not open now. Reload and take one of the steps shown.',
  },
  'permit.not-ready': {
    zh: '条件还没有齐，请先完成下面各项。',
    en: 'Not everything is ready. See to each point below first.',
  },
  'permit.not-editable': {
    zh: '作业票已提交，内容不能再改。需要变更的，请复制为新票重新申请。',
    en: 'A permit on its way cannot be edited. To change it, copy it as a new one.',
  },
  'permit.not-yours-to-ask': {
    zh: '您不能以这家单位的名义申请。单位人员只能为本单位（或作为施工单位）申请，焊工只能为自己申报小型作业。',
    en: 'You cannot apply for this enterprise. Its own people and its contractor’s can; a welder can declare a small job of their own.',
  },
  'permit.enterprise-unknown': {
    zh: '没有这家企业，请核对后重选。',
    en: 'There is no such enterprise. Choose again.',
  },
  'permit.region-unknown': {
    zh: '没有这个行政区划，请重新选择作业地点所在的区划。',
    en: 'There is no such region. Choose the one the work is in.',
  },
  'permit.welder-unknown': {
    zh: '没有登记过这名焊工，请先登记，或从列表里选择。',
    en: 'This welder is not registered. Register them first, or choose from the list.',
  },
  'permit.machine-unknown': {
    zh: '没有登记过这台设备，或它已报失、报废，请重新选择。',
    en: 'This machine is not registered, or was lost or scrapped. Choose again.',
  },
  'permit.watcher-unknown': {
    zh: '没有这名监护人的账号，请从列表里选择，或先为其开通账号。',
    en: 'This watcher has no account. Choose from the list, or have an account made first.',
  },
  'permit.watcher-named-twice': {
    zh: '监护人只能写一次：要么选一个账号，要么写由现场所有人看护。',
    en: 'Say once who watches: either an account, or the occupier.',
  },
  'permit.occupier-may-not-watch': {
    zh: '这类作业须有专门的监护人，不能由现场所有人看护。请从列表里选择监护人。',
    en: 'Such work needs a watcher of its own; the occupier cannot stand in. Choose a watcher from the list.',
  },
  'permit.work-leader-unknown': {
    zh: '作业负责人应为申请单位、作业单位或所在单位的人员，请从列表里选择，或先为其开通账号。',
    en: 'The work leader belongs to one of the permit’s enterprises and has an account. Choose from the list, or have one made.',
  },
  'permit.place-kind-unknown': {
    zh: '没有「{kind}」这种场所类别，请从列表里选择。',
    en: 'There is no kind of place “{kind}”. Choose from the list.',
  },
  'permit.level-unknown': {
    zh: '这类作业票没有这个等级，请从列表里选择。',
    en: 'This regime has no such level. Choose from the list.',
  },
  'permit.question-unknown': {
    zh: '定级问题已更新，请刷新页面后重新回答。',
    en: 'The questions have changed. Reload and answer again.',
  },
  'permit.level-below-proposed': {
    zh: '按您的回答和所选场所类别，等级至少应为「{leastZh}」，不能选更低的等级。',
    en: 'By your answers and the kinds of place the level is at least “{leastEn}”; a lower one cannot be chosen.',
  },
  'permit.answer-against-place': {
    zh: '场所类别选了「{kindZh}」，却对「{questionZh}」回答“否”，两者矛盾。请改正其中一项。',
    en: 'The place is of the kind “{kindEn}”, yet “{questionEn}” is answered with no. Correct one of the two.',
  },
  'permit.answered-twice': {
    zh: '「{questionZh}」既答了“是”又答了“否”，请只保留一个回答。',
    en: '“{questionEn}” is answered with both yes and no. Keep one answer.',
  },
  'permit.times-reversed': {
    zh: '结束时间应晚于开始时间，请检查。',
    en: 'The end must be later than the start. Check both.',
  },
  'permit.end-and-length': {
    zh: '结束时间和时长只填一个。',
    en: 'Give either the end or the length, not both.',
  },
  'permit.start-past': {
    zh: '开始时间已经过去太久，最早可填 {earliest}。',
    en: 'The start is too far in the past; the earliest possible is {earliest}.',
  },
  'permit.too-long': {
    zh: '超过最长有效时间：这类作业票最长 {hours} 小时。请缩短，或分成几张票。',
    en: 'Too long: a permit of this kind holds {hours} hours at most. Shorten it, or ask for several.',
  },
  'permit.too-long-when-raised': {
    zh: '作业时间跨夜间、节假日、休息日或重点时段，等级已提高，最长只有 {hours} 小时。请缩短时间，或避开这些时段分几张票申请。',
    en: 'The time touches a night, holiday, rest day or special period, which raises the level: it may then last {hours} hours at most. Shorten it, or ask for several around those times.',
  },
  'permit.not-same-day': {
    zh: '这类作业票当日有效，不能跨过零点。请在当天内结束，第二天另办。',
    en: 'A permit of this kind is valid on its own day only. End it before midnight and get another for the next day.',
  },
  'permit.urgent-reason-missing': {
    zh: '请写明为什么紧急。',
    en: 'Say why it is urgent.',
  },
  'permit.conflicting-work': {
    zh: '附近同时有禁止交叉的作业：{workZh}。请错开时间或地点。',
    en: 'Work nearby at the same time forbids this: {workEn}. Choose another time or place.',
  },
  'permit.file-unknown': {
    zh: '照片或签名没有上传成功，请重新拍照或签名。',
    en: 'This photo or signature is not among those you have uploaded. Take it again.',
  },
  'permit.measure-unknown': {
    zh: '这张票没有「{measure}」这项措施，请刷新后再勾选。',
    en: 'This permit has no measure “{measure}”. Reload and tick again.',
  },
  'permit.gas-sample-refused': {
    zh: '气体检测数据不能记录，请按各项提示更正。',
    en: 'The gas test cannot be recorded. Correct each point below.',
  },
  'permit.gas-unknown': {
    zh: '没有「{gas}」这种气体的限值，请从列表里选择。',
    en: 'No limit is known for “{gas}”. Choose from the list.',
  },
  'permit.gas-value-absurd': {
    zh: '读数 {value} 不可能出现，应在 0 至 {most} 之间。请检查数值和单位。',
    en: 'A reading of {value} is not possible; it lies between 0 and {most}. Check number and unit.',
  },
  'permit.gas-unit-unfit': {
    zh: '这种气体没有毒性限值，不能用 {unit} 填报。请改用 %vol 或 %LEL。',
    en: 'This gas has no toxic limit, so {unit} does not fit. Use %vol or %LEL.',
  },
  'permit.gas-oxygen-unit': {
    zh: '氧含量只能用 %vol（体积百分比）填报。',
    en: 'Oxygen is measured in %vol only.',
  },
  'permit.gas-sample-in-future': {
    zh: '采样时间在将来，请检查手机时间后重填。',
    en: 'The sample lies in the future. Check the clock and enter it again.',
  },
  'permit.gas-instrument-expired': {
    zh: '检测仪器已于 {due} 过检定期，请换一台在检定期内的仪器重新检测。',
    en: 'The instrument’s calibration ended on {due}. Test again with one that is in date.',
  },
  'permit.gas-not-measured': {
    zh: '还缺「{gasZh}」的读数，请补测。',
    en: 'The reading of “{gasEn}” is missing. Measure it too.',
  },
  'permit.gas-combustible-not-measured': {
    zh: '还缺可燃气体的读数，只测氧含量不算气体检测。请补测可燃气体。',
    en: 'A reading of combustible gas is missing; oxygen alone is no gas test. Measure combustible gas too.',
  },
  'permit.feed-not-yours': {
    zh: '只有作业票所属单位的监护人或安全员账号可以上传检测数据。',
    en: 'Only a fire watcher’s or safety officer’s account of the permit’s enterprises may send readings.',
  },
  'permit.any-machine-named': {
    zh: '这张票没有指定设备，相关单位的在用设备都可以使用，不需要增补。',
    en: 'This permit names no machines, so any in service of its enterprises may be used; nothing need be added.',
  },
  'permit.nothing-to-add': {
    zh: '请选择要增补的焊工或设备；已在票上的不用再加。',
    en: 'Choose welders or machines to add; those named already need not be.',
  },
  'permit.not-extendable': {
    zh: '只有已签发、还没有到期的作业票可以申请延期。已到期的请复制为新票。',
    en: 'Only an issued permit that has not ended can be extended. Copy one that has ended.',
  },
  'permit.extended-already': {
    zh: '已经申请过延期（{number}），请直接办理那一张。',
    en: 'An extension has been asked for already ({number}). Go on with that one.',
  },
  'permit.extension-other-work': {
    zh: '延期只能改时间和人员。地点、类别、内容或方法有变化的，请另办一张票。',
    en: 'An extension changes time and people only. Where place, its kinds, content or method change, ask for a new permit.',
  },
  'permit.extension-too-short': {
    zh: '延期后的结束时间应晚于原票的结束时间。',
    en: 'The extension must end later than the permit it extends.',
  },
};

/** Why the platform itself stopped the work; people write their own reasons. */
const suspensions: Texts = {
  'permit.suspended-because.gas-test-failed': { zh: '气体检测不合格', en: 'A gas test failed' },
  'permit.suspended-because.gas-test-missed': { zh: '没有按时复测气体', en: 'A gas test was missed' },
  'permit.suspended-because.not-said': {
    zh: '现场紧急停工，原因待补',
    en: 'Stopped on the spot; the reason is still to be given',
  },
  'permit.suspended-because.watcher-gone': { zh: '监护人离岗', en: 'The fire watcher left' },
  'permit.suspended-because.watcher-silent': { zh: '监护人没有按时报到', en: 'The fire watcher did not answer' },
};

const delegations: Texts = {
  'delegation.not-found': {
    zh: '没有这条授权，或您无权查看。',
    en: 'There is no such delegation, or you may not see it.',
  },
  'delegation.not-yours': {
    zh: '只能授权自己的签字，单位负责人可以替本单位人员授权。',
    en: 'You can delegate your own signature; leaders can do it for their people.',
  },
  'delegation.names-oneself': {
    zh: '不能指定自己代别人签字。请由本人授权您，或由您指定第三人代签。',
    en: 'Nobody names themselves to sign for another. Let them name you, or name a third person.',
  },
  'delegation.holder-unconfirmed': {
    zh: '这名人员还没有经监管部门确认身份，签字暂不能授权给别人。请其带身份证联系所在县（区）监管人员确认。',
    en: 'No official has confirmed yet who holds this seat, so it gives nothing away. Let them show their identity card to the county’s regulator.',
  },
  'delegation.deputy-without-seat': {
    zh: '代签人只能是本单位有签字职务的人员（负责人、管理人员、安全管理人员），并须经所在县（区）监管人员确认身份。',
    en: 'A deputy holds a signing duty of the enterprise (head, manager, safety officer), and the county’s regulator confirms who they are.',
  },
  'delegation.user-unknown': {
    zh: '没有这个人，或不是同一单位的人员。',
    en: 'There is no such person in the same enterprise.',
  },
  'delegation.to-oneself': { zh: '不能授权给自己。', en: 'One cannot delegate to oneself.' },
  'delegation.times-reversed': { zh: '结束时间应晚于开始时间。', en: 'The end must be later than the start.' },
  'delegation.past': { zh: '结束时间已经过去，请重填。', en: 'The end lies in the past. Enter it again.' },
  'delegation.no-enterprise': {
    zh: '这个账号不属于任何单位，不能授权审批。',
    en: 'This account belongs to no enterprise, so it has nothing to delegate.',
  },
};

export const permitTexts: Texts = {
  ...own,
  ...suspensions,
  ...delegations,
  ...permitReasonTexts,
  ...permitPlaceTexts,
  ...smallJobTexts,
  ...seatTexts,
};
