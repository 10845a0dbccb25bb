import { findHeadings } from '../../../src/domain/imports/find-headings';
import { judgeCertificate, type KnownCard, type ListedCard } from '../../../src/domain/imports/judge/certificate-draft';
import { judgeMachine, type MachineDraft } from '../../../src/domain/imports/judge/machine-draft';
import { mayImport } from '../../../src/domain/imports/who-may-import';
import { textCell, type TableRow } from '../../../src/kernel/table-cell';

const row = (line: number, ...cells: string[]): TableRow => ({ line, cells: cells.map(textCell) });

describe('the row that names the columns', () => {
  it('may stand below a title, in any order, with stars, blanks and columns that nobody knows', () => {
    const found = findHeadings('machines', [
      row(1, '设备台账'),
      row(2, '备注', '焊接 工艺 *', '型号（必填）', 'Serial'),
    ]);
    expect(found).toMatchObject({ ok: true, value: { line: 2, ignored: ['备注'] } });
    expect(found.ok && [...found.value.places]).toEqual([['process', 1], ['model', 2], ['serialNumber', 3]]); // prettier-ignore
  });

  it.each([
    ['machines', ['姓名', '身份证号', '手机'], { code: 'import.wrong-kind', looksLike: 'welders' }],
    ['welders', ['型号', '工艺'], { code: 'import.wrong-kind', looksLike: 'machines' }],
    ['welders', ['姓名', '颜色'], { code: 'import.headings-missing', missing: ['idNumber', 'phone'] }],
  ] as const)('of %s: %j', (kind, headings, refusal) =>
    expect(findHeadings(kind, [row(1, ...headings)])).toEqual({ ok: false, refusal }),
  );
});

describe('a machine of a list', () => {
  const draft = { enterpriseId: 'E1', ownerWelderId: null, serialNumber: 'A1' } as MachineDraft;
  it.each([
    ['nobody has one like it', draft, [], 'created null true', undefined],
    ['its owner has it', draft, ['E2', 'E1'], 'same null false', undefined],
    ['another owner has it', draft, ['E2'], 'warned machine.serial-elsewhere true', undefined],
    ['its own sticker is known', { ...draft, externalCode: 'P-1' }, [], 'same null false', 'E1'],
    ['its owner has it, the sticker is new', { ...draft, externalCode: 'P-1' }, ['E1'], 'warned external-code.added true', undefined],
    ['nobody owns either, the sticker is new', { ...draft, enterpriseId: null, externalCode: 'P-1' }, [null], 'same null false', undefined],
    ['its sticker is on another’s machine', { ...draft, externalCode: 'P-1' }, ['E1'], 'refused external-code.exists false', 'E2'],
    ['its number ends in zeros', { ...draft, serialNumber: '123456789012345000' }, [], 'warned import.number-looks-spoilt true', undefined],
  ])('%s', (_, one, alike, expected, stuckOn) => {
    const { verdict, code, applies } = judgeMachine(one, { alike, stuckOn });
    expect(`${verdict} ${code} ${applies}`).toBe(expected);
  }); // prettier-ignore
});

describe('a line of the authority’s list', () => {
  const listed = { name: '王一', validFrom: '2024-03-01', validTo: '2030-02-28', state: 'valid' } as ListedCard;
  const card = (status: KnownCard['status'], validTo = '2030-02-28', validFrom = '2024-03-01'): KnownCard => ({
    operations: ['fusion'],
    validFrom,
    validTo,
    status,
  });
  it.each([
    ['the holder is unknown', listed, null, [], 'refused import.holder-unknown false'],
    ['the name differs', listed, '王二', [card('unverified')], 'warned import.name-differs false'],
    ['no card was entered', listed, '王一', [], 'created null true'],
    ['the card agrees', listed, '王一', [card('unverified')], 'created null true'],
    ['the card was verified', listed, '王 一', [card('verified')], 'same null false'],
    ['the card is revoked here', listed, '王一', [card('revoked')], 'warned import.valid-in-list false'],
    ['other dates', listed, '王一', [card('verified', '2029-02-28')], 'warned import.dates-differ false'],
    ['the card before it ended the day before', listed, '王一', [card('verified', '2024-02-29', '2018-03-01')], 'created null true'],
    ['the card before it ends on its first day', listed, '王一', [card('verified', '2024-03-01', '2018-03-01')], 'warned import.dates-differ false'],
    ['the list revokes it', { ...listed, state: 'revoked' as const }, '王一', [card('verified')], 'warned import.revoked-in-list false'],
    ['both revoked it', { ...listed, state: 'revoked' as const }, '王一', [card('revoked')], 'same null false'],
  ])('%s', (_, line, name, cards, expected) => {
    const { verdict, code, applies } = judgeCertificate(line, { holder: name === null ? null : { name }, cards, at: 0 });
    expect(`${verdict} ${code} ${applies}`).toBe(expected);
  }); // prettier-ignore
});

describe('who imports what', () => {
  it.each([
    ['regulator', ['machines', 'welders', 'certificates', 'enterprises']],
    ['enterprise-manager', ['machines', 'welders']],
    ['admin', ['machines', 'welders', 'certificates', 'enterprises', 'chips']],
    ['welder', []],
  ])('%s: %j', (role, kinds) => {
    const all = ['machines', 'welders', 'certificates', 'enterprises', 'chips'] as const;
    expect(all.filter((kind) => mayImport({ roles: [role] }, kind))).toEqual(kinds);
  });
});
