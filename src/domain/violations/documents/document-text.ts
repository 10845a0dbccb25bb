import { HOUR, type Instant } from '../../../kernel/time';
import type { DocumentForm, DocumentKind } from './case-document';

/** What the text of a document is made of. Chinese, as it is sent and filed. */
export interface DocumentFacts {
  readonly caseId: string;
  readonly kindName: string;
  readonly foundAt: Instant;
  readonly place: string | null;
  readonly regionName: string;
  readonly enterpriseName: string | null;
  /** A company may be named in public; a self-employed person's shop often bears their name. */
  readonly isCompany: boolean;
  readonly legalBasis: string | null;
  /** 重大事故隐患: the text that makes it one. */
  readonly majorBasis: string | null;
  readonly closed: boolean;
  readonly dueAt: Instant | null;
}

export interface DocumentText {
  readonly title: string;
  /** 主送机关. */
  readonly addressee: string | null;
  readonly paragraphs: readonly string[];
  /** Of a record: what stands in its boxes. */
  readonly boxes?: readonly (readonly [name: string, value: string])[];
  /** Lines to be signed by hand. */
  readonly signatures?: readonly string[];
}

type Writer = (facts: DocumentFacts, form: DocumentForm) => DocumentText;

const local = (at: Instant): Date => new Date(at + 8 * HOUR);
export const chineseDate = (at: Instant): string =>
  `${local(at).getUTCFullYear()}年${local(at).getUTCMonth() + 1}月${local(at).getUTCDate()}日`;
const chineseTime = (at: Instant): string => {
  const minutes = local(at).getUTCMinutes();
  return `${chineseDate(at)}${local(at).getUTCHours()}时${minutes === 0 ? '' : `${minutes}分`}`;
};

const firm = ({ enterpriseName }: DocumentFacts): string => enterpriseName ?? '有关从业人员';
const at = ({ place }: DocumentFacts): string => (place ? `，发现地点为${place}` : '');
const written = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const lawful = ({ legalBasis, majorBasis }: DocumentFacts): string[] => [
  ...(legalBasis ? [`相关规定：${withStop(legalBasis)}`] : []),
  ...(majorBasis ? [`该问题属于重大事故隐患，判定依据为${majorBasis}。`] : []),
];
const withStop = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);

const letter: Writer = (facts, { addressee = '', content }) => ({
  title: `关于商请依法处理${firm(facts)}“${facts.kindName}”问题的函`,
  addressee,
  paragraphs: [
    `${chineseDate(facts.foundAt)}，我单位在焊接与热切割作业安全监管中发现，${firm(facts)}存在“${facts.kindName}”问题（案件编号：${facts.caseId}）${at(facts)}。该问题已经核实。`,
    ...lawful(facts),
    ...written(content),
    '现将有关情况函告贵单位，请按照职责分工依法处理，并将处理结果函复我单位。案件证据材料可由我单位一并提供。',
    '特此函告。',
  ],
});

const NUMERALS = ['一', '二', '三', '四', '五'];
const numbered = (lines: readonly string[]): string[] => lines.map((line, i) => `${NUMERALS[i] ?? i + 1}、${line}`);

const talk: Writer = (facts, { talkAt = 0, talkPlace = '', content }) => ({
  title: '安全生产约谈通知书',
  addressee: firm(facts),
  paragraphs: [
    `经查，你单位存在“${facts.kindName}”问题（案件编号：${facts.caseId}），发现时间为${chineseDate(facts.foundAt)}${at(facts)}。现决定对你单位进行安全生产约谈，有关事项通知如下：`,
    ...numbered([
      `约谈时间：${chineseTime(talkAt)}。`,
      `约谈地点：${withStop(talkPlace.trim())}`,
      '约谈对象：你单位主要负责人。主要负责人确因特殊情况不能到场的，应当提前书面说明，并委托分管安全生产工作的负责人到场。',
      '携带材料：问题整改情况说明、焊接与热切割作业人员名册及证件、动火审批资料。',
      ...(written(content).length > 0 ? [`其他要求：${withStop(written(content).join(''))}`] : []),
    ]),
    '请按时到场。',
  ],
});

const talkRecord: Writer = (facts, { talkAt = 0, talkPlace = '', present = '', content }) => ({
  title: '安全生产约谈记录',
  addressee: null,
  paragraphs: [],
  boxes: [
    ['约谈时间', chineseTime(talkAt)],
    ['约谈地点', talkPlace.trim()],
    ['被约谈单位', firm(facts)],
    ['参加人员', written(present).join('\n')],
    ['约谈事由', `“${facts.kindName}”问题（案件编号：${facts.caseId}）`],
    ['约谈内容及整改要求', written(content).join('\n')],
  ],
  signatures: ['被约谈人（签名）', '约谈人（签名）', '记录人（签名）'],
});

const circular: Writer = (facts, { addressee = '', content }) => ({
  title: `关于${firm(facts)}“${facts.kindName}”问题的通报`,
  addressee,
  paragraphs: [
    `${chineseDate(facts.foundAt)}，我单位在焊接与热切割作业安全监管中发现，${firm(facts)}存在“${facts.kindName}”问题${at(facts)}。该问题已经核实，${progress(facts)}。`,
    ...lawful(facts),
    ...written(content),
    '各单位要引以为戒，举一反三，全面排查焊接与热切割作业安全隐患，切实做到人员持证、作业有票、设备入网、现场有人监护。',
    '特此通报。',
  ],
});

const progress = ({ closed, dueAt }: DocumentFacts): string => {
  if (closed) return '目前已整改到位，经复查予以销号';
  return dueAt === null ? '目前正在整改' : `目前正在整改，整改期限为${chineseDate(dueAt - 1)}`;
};

/** Without place, welder, machine or anything that a person wrote. */
const exposure: Writer = (facts) => ({
  title: `焊接与热切割作业安全问题曝光（${facts.regionName}）`,
  addressee: null,
  paragraphs: [
    '为加强警示教育，现将一起已经核实并经复查的焊接与热切割作业安全问题予以曝光：',
    `${chineseDate(facts.foundAt)}，${facts.regionName}${publicName(facts)}被发现存在“${facts.kindName}”问题。${facts.closed ? '该问题已整改到位。' : '该问题的整改情况正在跟踪督办。'}`,
    ...lawful(facts),
    '请各单位和从业人员引以为戒，严格遵守焊接与热切割作业安全规定。欢迎社会各界通过扫描焊机上的二维码进行监督举报。',
  ],
});

const publicName = ({ enterpriseName, isCompany }: DocumentFacts): string => {
  if (enterpriseName === null) return '一名从业人员';
  return isCompany ? enterpriseName : '一家个体工商户';
};

const WRITERS: Readonly<Record<DocumentKind, Writer>> = { letter, talk, 'talk-record': talkRecord, circular, exposure };

export const documentText = (kind: DocumentKind, facts: DocumentFacts, form: DocumentForm): DocumentText =>
  WRITERS[kind](facts, form);
