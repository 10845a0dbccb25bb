import { drawCode } from './demo-code';

export interface WelcomeFacts {
  readonly localUrl: string;
  readonly publicUrl: string;
  readonly password: string;
  /** Accounts of this county: one that an earlier version made knows fewer. */
  readonly usernames: readonly string[];
  /** Of the machine that the visitor can switch on. */
  readonly machineCode: string;
  readonly simulatorLog: string;
  /** Where text messages end, for no gateway sends them. */
  readonly messagesLog: string;
}

const PEOPLE: readonly (readonly [username: string, role: string, can: string])[] = [
  ['welder', '焊工 welder', '手机扫码开工 scans, welds'],
  ['firewatch', '监护人 fire watcher', '签到、看火 watches the fire'],
  ['enterprise', '企业负责人 manager', '申请作业票 asks for permits'],
  ['safety', '安全员 safety officer', '第一级审批 signs first'],
  ['leader', '企业领导 head', '第二级审批 signs second'],
  ['inspector', '执法人员 inspector', '扫一扫、查处 scans, records'],
  ['grid', '网格员 grid worker', '走访、复查 visits, reviews'],
  ['technician', '安装人员 technician', '装芯片、试通断 fits chips'],
  ['trainer', '培训老师 trainer', '培训签到、题库 classes, question bank'],
  ['tips', '举报受理员 tip officer', '受理举报 takes in tips'],
  ['regulator', '监管人员 regulator', '总览、实时告警 overview, live alerts'],
  ['admin', '系统管理员 administrator', '全部 everything'],
];

/** What a newcomer reads when everything runs. */
export function welcome({
  localUrl,
  publicUrl,
  password,
  usernames,
  machineCode,
  simulatorLog,
  messagesLog,
}: WelcomeFacts): string {
  const code = `${publicUrl}/c/${machineCode}`;
  return [
    '',
    '焊安演示已就绪 · The Hanan demo is ready',
    '',
    `  本机 this machine    ${localUrl}`,
    ...(publicUrl === localUrl ? [] : [`  手机 a phone nearby  ${publicUrl}`]),
    `  接口文档 API         ${localUrl}/api/docs`,
    `  模拟器日志 simulator  ${simulatorLog}`,
    `  短信（验证码、确认码）text messages with codes  ${localUrl}/messages`,
    `                        ${messagesLog}`,
    '',
    `  密码 password（所有人 for everyone）  ${password}`,
    '',
    ...PEOPLE.filter(([username]) => username === 'admin' || usernames.includes(username)).map(
      ([username, role, can]) => `  ${padded(username, 12)}${padded(role, 24)}${can}`,
    ),
    '',
    `一台焊机的二维码 · the code of one machine: ${code}`,
    drawCode(code),
    '看什么 · what to click',
    `  1. 手机扫上面的码，用 welder 登录，点“开始作业”：芯片合闸，出现电流。Scan the code, sign in as welder, start: the chip gives power.`,
    `  2. 电脑打开 ${localUrl}，用 regulator 登录：“总览”里的“实时动态”有开工和告警。Sign in as regulator: Overview, with what happens live.`,
    `  3. 一分钟内“问题闭环”里出现“不入平台作业”：点开看证据，派给网格员。Within a minute an arc without a job is flagged: open it, assign it.`,
    `  4. 用 enterprise“新建作业票”，再用 safety、leader 在“等我审批”里签。Ask for a permit as enterprise, sign it as safety, then as leader.`,
    '',
    '按 Ctrl-C 结束，数据留着。Ctrl-C stops everything; the data stays.',
  ].join('\n');
}

/** Chinese signs take two columns of a terminal. */
const columns = (text: string): number => [...text].reduce((sum, sign) => sum + (/[⺀-鿿＀-￯]/.test(sign) ? 2 : 1), 0);

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - columns(text)));
