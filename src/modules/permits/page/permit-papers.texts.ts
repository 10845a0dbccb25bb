import type { Texts } from '../../../platform/i18n/texts';

/** What applicant and signers are told of the people named. */
export const permitPapersTexts: Texts = {
  'permit.told.certificate.missing': {
    zh: '{name}没有登记操作证，开机时会被拒绝。请先登记证书，或换人。',
    en: '{name} has no certificate on record and will be refused power. Record one, or name somebody else.',
  },
  'permit.told.certificate.unverified': {
    zh: '{name}的操作证还没有核验。请在作业前完成核验。',
    en: 'Nobody has verified the certificate of {name} yet. Have it verified before the work.',
  },
  'permit.told.certificate.not-yet-valid': {
    zh: '作业开始时{name}的操作证还没有生效，开机时会被拒绝。请改期或换人。',
    en: 'The certificate of {name} does not hold yet when the work begins. Choose another time or welder.',
  },
  'permit.told.certificate.review-overdue': {
    zh: '{name}的操作证复审已逾期，开机时会被拒绝。请先复审，或换人。',
    en: 'The review of the certificate of {name} is overdue. Have it reviewed, or name somebody else.',
  },
  'permit.told.certificate.expired': {
    zh: '作业开始时{name}的操作证已经过期，开机时会被拒绝。请先延期换证，或换人。',
    en: 'The certificate of {name} has expired when the work begins. Have it renewed, or name somebody else.',
  },
  'permit.told.certificate.revoked': {
    zh: '{name}的操作证已被撤销，开机时会被拒绝。请换人。',
    en: 'The certificate of {name} was revoked. Name somebody else.',
  },
  'permit.told.certificate.forged': {
    zh: '{name}名下有被认定为伪造的操作证。请核实，不要安排其上岗。',
    en: 'A certificate of {name} was found to be forged. Look into it, and do not let them work.',
  },
  'permit.told.certificate.kind-unusual': {
    zh: '{name}所持证件的类别不适合这类作业，通常应持{kindsZh}。请核实；特种设备焊接证只用于特种设备。',
    en: 'The certificate of {name} is of a kind that is unusual for such work; usual is the {kindsEn}. Check it: a special-equipment certificate is for such equipment only.',
  },
  'permit.told.certificate.ends-early': {
    zh: '{name}的操作证在作业结束前到期，到期后不能继续作业。请缩短时间或换人。',
    en: 'The certificate of {name} ends before the work does. Shorten the time, or name somebody else.',
  },
  'permit.told.contract.none-firm': {
    zh: '承包单位{name}没有登记合同和安全生产管理协议。',
    en: 'No contract and no safety agreement of the contractor {name} is on record.',
  },
  'permit.told.contract.missing-firm': {
    zh: '承包单位{name}没有安全生产管理协议。',
    en: 'There is no safety agreement with the contractor {name}.',
  },
  'permit.told.contract.expired-firm': {
    zh: '承包单位{name}的安全生产管理协议在作业当天已经过期。',
    en: 'The safety agreement with the contractor {name} has lapsed on the day of the work.',
  },
  'permit.told.contract.unqualified-firm': {
    zh: '承包单位{name}的资质在作业当天已经过期。',
    en: 'The qualification of the contractor {name} has lapsed on the day of the work.',
  },
  'permit.told.contract.none-worker': {
    zh: '{name}是外单位人员，其单位没有登记合同和安全生产管理协议。',
    en: '{name} comes from another firm, with which no contract and no safety agreement is on record.',
  },
  'permit.told.contract.missing-worker': {
    zh: '{name}是外单位人员，其单位没有安全生产管理协议。',
    en: '{name} comes from another firm, with which there is no safety agreement.',
  },
  'permit.told.contract.expired-worker': {
    zh: '{name}是外单位人员，其单位的安全生产管理协议在作业当天已经过期。',
    en: '{name} comes from another firm, whose safety agreement has lapsed on the day of the work.',
  },
  'permit.told.contract.unqualified-worker': {
    zh: '{name}是外单位人员，其单位的资质在作业当天已经过期。',
    en: '{name} comes from another firm, whose qualification has lapsed on the day of the work.',
  },
  'permit.told.contract.then-warn': { zh: '请核实后再签字。', en: 'Look into it before you sign.' },
  'permit.told.contract.then-ask': {
    zh: '确需同意的，请在审批意见中写明理由。',
    en: 'Whoever signs all the same writes down why.',
  },
  'permit.told.contract.then-refuse': {
    zh: '补齐合同和协议之前不能批准。',
    en: 'Nobody approves before contract and agreement are in order.',
  },
  'permit.told.permit.welder-elsewhere': {
    zh: '{name}同一时段还在「{place}」的作业票（{number}）上，一个人不能同时在两处。请核实。',
    en: '{name} is named at “{place}” ({number}) at the same time; nobody is at two places at once. Check it.',
  },
};
