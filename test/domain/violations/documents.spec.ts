import { DOCUMENT_KINDS, documentFault, documentNumber, missingFields, type DocumentedCase } from '../../../src/domain/violations/documents/case-document'; // prettier-ignore
import { documentText, type DocumentFacts, type DocumentText } from '../../../src/domain/violations/documents/document-text'; // prettier-ignore
import { officeOf, ownOffices, type OfficesRule } from '../../../src/domain/violations/documents/office';
import { seededBook } from '../rules/seeded-book';

const T0 = Date.parse('2026-11-28T02:00:00Z');
const confirmed: DocumentedCase = { state: 'assigned', certainty: 'confirmed', grade: 'hazard', enterpriseId: 'E1', made: [] }; // prettier-ignore

describe('which documents may be made of a case', () => {
  const all = (change: Partial<DocumentedCase>): (string | null)[] =>
    DOCUMENT_KINDS.map((kind) => documentFault(kind, { ...confirmed, ...change })?.replace('document.', '') ?? null);
  it.each([
    ['confirmed, of an enterprise', {}, [null, null, 'talk-first', null, 'not-reviewed']],
    ['a suspicion', { certainty: 'provisional' }, Array(5).fill('unconfirmed')],
    ['withdrawn', { state: 'withdrawn', certainty: 'withdrawn' }, Array(5).fill('case-withdrawn')],
    ['closed, and groundless afterwards', { state: 'closed', certainty: 'withdrawn' }, Array(5).fill('case-withdrawn')],
    ['of nobody’s enterprise', { enterpriseId: null }, [null, 'no-enterprise', 'no-enterprise', null, 'not-reviewed']],
    ['after the summons', { made: ['talk'] }, [null, null, null, null, 'not-reviewed']],
    ['put right, not looked at', { state: 'rectifying' }, [null, null, 'talk-first', null, 'not-reviewed']],
    ['looked at again', { state: 'review' }, [null, null, 'talk-first', null, null]],
    ['closed', { state: 'closed' }, [null, null, 'talk-first', null, null]],
    ['an alert, closed', { state: 'closed', grade: 'alert' }, [null, null, 'talk-first', null, 'not-reviewed']],
  ] as const)('%s', (_, change, expected) => expect(all(change as Partial<DocumentedCase>)).toEqual(expected));

  it.each([
    ['letter', {}, ['addressee', 'content']],
    ['talk', { talkAt: T0 }, ['talkPlace']],
    ['talk-record', { talkAt: T0, talkPlace: 'x', present: ' ' }, ['present', 'content']],
    ['circular', { addressee: '各乡镇人民政府' }, []],
    ['exposure', {}, []],
  ] as const)('%s needs', (kind, form, missing) => expect(missingFields(kind, form)).toEqual(missing));

  it.each([
    ['letter', '建应急函〔2026〕3号'],
    ['talk-record', '建应急约记〔2026〕3号'],
    ['exposure', '建应急曝〔2026〕3号'],
  ] as const)('%s is numbered %s', (kind, expected) => expect(documentNumber(kind, '建应急', 2026, 3)).toBe(expected));
});

describe('what a document says', () => {
  const facts: DocumentFacts = {
    caseId: '01CASE',
    kindName: '无证作业',
    foundAt: T0,
    place: '建设路与八一路口',
    regionName: '建安区',
    enterpriseName: '许昌测试机械有限公司',
    isCompany: true,
    legalBasis: '《安全生产法》第三十条',
    majorBasis: null,
    closed: false,
    dueAt: Date.parse('2026-12-05T16:00:00Z'),
  };
  const said = ({ title, addressee, paragraphs, boxes }: DocumentText): string =>
    [title, addressee ?? '', ...paragraphs, ...(boxes ?? []).flat()].join('\n');
  const form = { addressee: '区消防救援大队', content: '请依法查处。', talkAt: T0, talkPlace: '三楼会议室', present: '李某\n王某' }; // prettier-ignore

  it.each(DOCUMENT_KINDS)('%s: whole sentences, no gap and no doubled sign', (kind) => {
    for (const closed of [true, false])
      for (const enterpriseName of [facts.enterpriseName, null]) {
        const text = said(documentText(kind, { ...facts, closed, enterpriseName }, form));
        expect(text).not.toMatch(/undefined|null|NaN|。。|，，|，。|：。/);
        expect(text).toContain('无证作业');
      }
  });

  it('an exposure holds no place, no free text, and no shop that may bear a name', () => {
    const text = said(documentText('exposure', { ...facts, isCompany: false, enterpriseName: '张三电焊部' }, { ...form, content: '张三' })); // prettier-ignore
    expect(text).not.toMatch(/张三|八一路|李某|消防救援/);
    expect(text).toContain('建安区一家个体工商户');
    expect(said(documentText('exposure', facts, {}))).toContain('许昌测试机械有限公司');
  });

  it('times are those of China', () => {
    const at = Date.parse('2026-12-01T01:30:00Z');
    expect(said(documentText('talk', facts, { talkAt: at, talkPlace: 'x' }))).toContain(
      '约谈时间：2026年12月1日9时30分。',
    );
    expect(said(documentText('circular', facts, form))).toContain('整改期限为2026年12月5日');
  });
});

describe('in whose name an official writes', () => {
  const rule = seededBook.value<OfficesRule>('supervision.offices', {}, T0);
  const county = { code: '411003', names: ['许昌市', '建安区'] };
  const town = { code: '411003101', names: ['许昌市', '建安区', '将官池镇'] };
  it.each([
    ['no department', county, [], [['许昌市建安区应急管理局', '建应急']]],
    ['the fire department', county, ['fire'], [['许昌市建安区消防救援大队', '建消']]],
    ['two departments', county, ['market', 'housing'], [['许昌市建安区市场监督管理局', '建市监'], ['许昌市建安区住房和城乡建设局', '建建']]],
    ['a town, whatever the department', town, ['fire'], [['许昌市建安区将官池镇人民政府', '将政']]],
  ] as const)('%s', (_, region, trades, expected) =>
    expect(ownOffices(rule, region, trades).map(({ office, officeCode }) => [office, officeCode])).toEqual(expected)); // prettier-ignore

  it('is never another office', () => {
    const own = ownOffices(rule, county, ['market', 'housing']);
    expect(officeOf(own, {})).toBe(own[0]);
    expect(officeOf(own, { seat: 'housing' })).toBe(own[1]);
    expect(officeOf(own, { office: ' 许昌市建安区市场监督管理局 ' })).toBe(own[0]);
    expect(officeOf(own, { seat: 'fire' })).toBe('document.other-office');
    expect(officeOf(own, { office: '许昌市建安区市场监督管理局', officeCode: '建消' })).toBe('document.other-office');
    expect(officeOf([], {})).toBe('document.office-unknown');
  });
});
