import type { Texts } from '../../../platform/i18n/texts';

export const workshopTexts: Texts = {
  'workshop.self-employed-only': {
    zh: '固定作业点由个体焊工本人或维修店申请。受雇焊工请由所在单位申请固定动火区。',
    en: 'A self-employed welder or a repair shop asks for a fixed work point. Employed welders: the enterprise asks for a fixed area.',
  },
  'workshop.not-here': {
    zh: '这里须办理「{regimeZh}」票，不能设固定作业点。请换到自己的作业点再申请。',
    en: 'Work here needs: {regimeEn}. No fixed work point can be here; ask for one at your own workshop.',
  },
  'workshop.kind-forbidden': {
    zh: '这类场所不得作小型作业，不能设固定作业点。请按一般动火逐次办票。',
    en: 'Small work is not allowed at such a place, so it can be no fixed work point. Ask for a permit each time.',
  },
  'workshop.position-missing': {
    zh: '固定作业点要到现场确认。没有取得您的位置，请打开定位、走到现场后再确认。',
    en: 'A workshop is confirmed on the spot. Your position is not known: switch positioning on, go there and confirm again.',
  },
  'workshop.not-seen': {
    zh: '固定作业点要到现场确认。您离这里还有 {metres} 米，请走到现场后再确认。',
    en: 'A workshop is confirmed on the spot. You are {metres} m away: go there and confirm again.',
  },
  'workshop.place-changed': {
    zh: '这里已由监管人员确认为其他场所，不能设固定作业点。',
    en: 'An official has confirmed another kind of place here; no fixed work point can be here.',
  },
  'message.workshop-ended': {
    zh: '【焊安】您的固定作业点从现在起停用，正在进行的作业最迟做到 {to}。{reasonZh}',
    en: 'Hanan: your fixed work point is closed from now on; work that runs may go on until {to}. {reasonEn}',
  },
  'workshop.kind-unknown': { zh: '没有这种场所类别，请从列表中选择。', en: 'There is no such kind of place. Choose from the list.' },
  'workshop.asked-already': {
    zh: '您已有一个固定作业点申请在办，请等网格员和县（区）确认。',
    en: 'A request of yours is open already. Wait for the grid worker and the county.',
  },
  'workshop.not-found': { zh: '没有这个固定作业点申请，或不在您的辖区内。', en: 'There is no such request within your reach.' },
  'workshop.settled': { zh: '这个申请已经办结。请刷新列表。', en: 'This request is settled. Reload the list.' },
  'workshop.confirmed-already': {
    zh: '您这一级已经确认过，还要等另一级确认。',
    en: 'Your side has confirmed it; the other one has yet to.',
  },
  'workshop.two-people': {
    zh: '网格员和县（区）监管人员须是两个人。请由另一人确认。',
    en: 'Grid worker and regulator are two people. Let the other one confirm.',
  },
  'workshop.official-only': {
    zh: '固定作业点由网格员和县（区）监管人员确认。',
    en: 'A grid worker and the county’s regulator confirm a fixed work point.',
  },
}; // prettier-ignore
