import { purposesOn } from '../../../src/domain/exchange/agreement';
import { fromCell, toCell } from '../../../src/domain/exchange/cells';
import { maySend } from '../../../src/domain/exchange/exchange-kinds';
import { differingFields } from '../../../src/domain/exchange/conflict';
import { FIELDS } from '../../../src/domain/exchange/fields';
import { ALL_FORMATS, WAYS, type Format, type Plain } from '../../../src/domain/exchange/formats';
import { fieldsToOpen, mapIn, mapOut, type OurRecord } from '../../../src/domain/exchange/map-record';
import { mappingOn, objectionsTo, type FieldRow, type Mapping } from '../../../src/domain/exchange/mapping';
import { ok, refused } from '../../../src/kernel/result';

const NOBODY: ReadonlySet<string> = new Set();
const row = (field: string, name: string, format: Format, more: Partial<FieldRow> = {}): FieldRow => ({
  ...{ field, name, format },
  ...more,
});
const STATES = { 'in-service': '1', suspended: '2', repair: '2', lost: '3', scrapped: '9' };
const machines: Mapping = {
  kind: 'machine',
  validFrom: '2026-01-01',
  fields: [
    row('code', 'sbbm', 'text'),
    row('status', 'sbzt', 'code', { codes: STATES }),
    row('inspectionDueOn', 'jyrq', 'date-compact'),
    row('automatic', 'sfzd', 'flag-digit'),
    row('registeredAt', 'djsj', 'time-local'),
    row('ratedCurrentA', 'eddl', 'digits'),
  ],
};
const machine: OurRecord = {
  code: 'M3K7',
  status: 'in-service',
  inspectionDueOn: '2027-06-30',
  automatic: false,
  registeredAt: Date.parse('2026-11-28T20:19:00Z'),
  ratedCurrentA: 400,
};
const welders: Mapping = {
  kind: 'welder',
  validFrom: '2026-01-01',
  fields: [
    row('code', 'bm', 'text'),
    row('idNumber', 'sfzh', 'text', { purpose: 'certificate-check' }),
    row('phone', 'sj', 'text', { purpose: 'enforcement' }),
  ],
};
const welder: OurRecord = {
  code: 'W2',
  idNumber: { masked: '4110**********1234', clear: '411003190101011234' },
  phone: { masked: '199****0001', clear: '19900000001' },
};

describe('each format writes and reads one value both ways', () => {
  it.each<[Format, Plain, unknown]>([
    ['text', 'ZX7-400', 'ZX7-400'],
    ['code', '1', '1'],
    ['number', 12.5, 12.5],
    ['digits', 400, '400'],
    ['date', '2026-02-28', '2026-02-28'],
    ['date-compact', '2026-02-28', '20260228'],
    ['date-slash', '2026-02-28', '2026/02/28'],
    ['time', Date.parse('2026-11-28T16:30:05Z'), '2026-11-28T16:30:05.000Z'],
    ['time-local', Date.parse('2026-11-28T16:30:05Z'), '2026-11-29 00:30:05'],
    ['time-compact', Date.parse('2026-11-28T16:30:05Z'), '20261129003005'],
    ['time-milliseconds', 1_795_000_000_000, 1_795_000_000_000],
    ['flag', true, true],
    ['flag-digit', false, '0'],
    ['flag-letter', true, 'Y'],
    ['flag-chinese', false, '否'],
    ['list', ['fusion', 'brazing'], ['fusion', 'brazing']],
    ['list-comma', ['fusion', 'brazing'], 'fusion,brazing'],
  ])('%s: %j is %j there', (format, ours, theirs) => {
    expect(WAYS[format].write(ours)).toEqual(theirs);
    expect(WAYS[format].read(theirs)).toEqual(ours);
  });

  it.each<[Format, unknown]>([
    ['date', '2026-02-29'],
    ['date', '2026-13-01'],
    ['date-compact', '2026022'],
    ['date-compact', null],
    ['time', '2026-11-28T16:30:05'], // without an offset
    ['time', 'yesterday'],
    ['time-local', '2026-11-28 24:00:00'],
    ['time-local', '2026-02-30 10:00:00'],
    ['time-compact', '20261128106000'],
    ['time-milliseconds', 1.5],
    ['number', '12'],
    ['number', Number.NaN],
    ['digits', '1e3'],
    ['flag', 'true'],
    ['flag-digit', 1],
    ['text', { a: 1 }],
    ['list', ['a', 1]],
    ['list-comma', ['a']],
  ])('%s does not read %j', (format, given) => expect(WAYS[format].read(given)).toBeUndefined());

  it('is tried above, every one', () => expect(Object.keys(WAYS).sort()).toEqual([...ALL_FORMATS].sort()));
});

describe('a registration under the names of the other side', () => {
  const there = { sbbm: 'M3K7', sbzt: '1', jyrq: '20270630', sfzd: '0', djsj: '2026-11-29 04:19:00', eddl: '400' };

  it('goes out, and comes back as it was', () => {
    expect(mapOut(machines, machine, NOBODY)).toEqual(ok(there));
    expect(mapIn(machines, there)).toEqual(ok(machine));
  });

  it('leaves out what is not known, and what the mapping does not name', () => {
    expect(mapOut(machines, { ...machine, inspectionDueOn: null, model: 'ZX7' }, NOBODY)).toEqual(
      ok({ ...there, jyrq: undefined }),
    );
    expect(mapIn(machines, { ...there, jyrq: null, eddl: '', more: 1, constructor: 'x' })).toEqual(
      ok({ ...machine, inspectionDueOn: undefined, ratedCurrentA: undefined }),
    );
  });

  it('a member of our vocabulary without a code of theirs is a fault, not a guess', () => {
    const { lost: _, ...codes } = STATES;
    const fields = machines.fields.map((one) => (one.field === 'status' ? { ...one, codes } : one));
    expect(mapOut({ ...machines, fields }, { ...machine, status: 'lost' }, NOBODY)).toEqual(
      refused({ name: 'sbzt', code: 'exchange.code-unmapped' }),
    );
  });

  it.each([
    ['a code that is not on the list', { sbzt: '7' }, 'sbzt', 'exchange.code-unknown'],
    ['a code that stands for two words of ours', { sbzt: '2' }, 'sbzt', 'exchange.code-ambiguous'],
    ['a day that no calendar has', { jyrq: '20270631' }, 'jyrq', 'exchange.value-malformed'],
    ['a code named like a method of objects', { sbzt: 'toString' }, 'sbzt', 'exchange.code-unknown'],
  ])('%s is refused', (_, change, name, code) =>
    expect(mapIn(machines, { ...there, ...change })).toEqual(refused({ name, code })),
  );

  it('a list of codes is mapped one by one', () => {
    const codes = { fusion: '01', pressure: '02', brazing: '03' };
    const cards: Mapping = {
      ...{ kind: 'certificate', validFrom: '2026-01-01' },
      fields: [row('operations', 'xm', 'list-comma', { codes })],
    };
    expect(mapOut(cards, { operations: ['fusion', 'brazing'] }, NOBODY)).toEqual(ok({ xm: '01,03' }));
    expect(mapIn(cards, { xm: '01,03' })).toEqual(ok({ operations: ['fusion', 'brazing'] }));
    expect(mapIn(cards, { xm: '01,04' })).toEqual(refused({ name: 'xm', code: 'exchange.code-unknown' }));
  });
});

describe('a cell of a table', () => {
  it.each<[Format, unknown, string | number]>([
    ['number', 12.5, 12.5],
    ['time-milliseconds', 1_795_000_000_000, 1_795_000_000_000],
    ['flag', true, 'true'],
    ['flag-digit', '0', '0'],
    ['list', ['01', '03'], '01,03'],
    ['date-compact', '20270630', '20270630'],
  ])('%s: %j is %j there, and is read again', (format, value, cell) => {
    expect(toCell(value)).toBe(cell);
    expect(fromCell(format, String(cell))).toEqual(value);
  });
  it('what is unknown is an empty cell; what is no number stays a text, and is refused', () => {
    expect([toCell(undefined), toCell(null)]).toEqual([null, null]);
    expect([fromCell('number', 'viele'), fromCell('flag', 'ja')]).toEqual(['viele', 'ja']);
  });
});

describe('personal data leaves in clear for a purpose of the agreement alone', () => {
  const agreement = { purposes: ['certificate-check'], from: '2026-03-01', until: '2026-12-31' };

  it.each([
    ['the day before', '2026-02-28', []],
    ['the first day', '2026-03-01', ['certificate-check']],
    ['the last day', '2026-12-31', ['certificate-check']],
    ['the day after', '2027-01-01', []],
  ])('%s', (_, day, purposes) => expect([...purposesOn(agreement, day)]).toEqual(purposes));
  it('without an agreement there is none', () => expect(purposesOn(null, '2026-06-01').size).toBe(0));

  it.each([
    ['no purpose', [], [], '4110**********1234', '199****0001'],
    ['one', ['certificate-check'], ['idNumber'], '411003190101011234', '199****0001'],
    ['another', ['enforcement'], ['phone'], '4110**********1234', '19900000001'],
    ['a purpose that no field has', ['accident-inquiry'], [], '4110**********1234', '199****0001'],
  ])('%s', (_, granted, opened, sfzh, sj) => {
    const purposes = new Set(granted);
    expect(fieldsToOpen(welders, purposes)).toEqual(opened);
    expect(mapOut(welders, welder, purposes)).toEqual(ok({ bm: 'W2', sfzh, sj }));
  });

  it('what was not opened leaves masked, whatever the agreement says', () => {
    const closed = { ...welder, idNumber: { masked: '4110**********1234', clear: null } };
    expect(mapOut(welders, closed, new Set(['certificate-check']))).toMatchObject(ok({ sfzh: '4110**********1234' }));
  });
});

describe('the rows of a mapping', () => {
  const wrong = (kind: Mapping['kind'], ...rows: FieldRow[]): string[] =>
    objectionsTo(kind, rows).map(({ code }) => code);

  it('are in order', () => {
    expect(wrong('machine', ...machines.fields)).toEqual([]);
    expect(wrong('welder', ...welders.fields)).toEqual([]);
  });

  it.each([
    ['a field that we do not have', 'machine', row('colour', 'ys', 'text'), 'exchange.field-unknown'],
    ['a field named like a method of objects', 'machine', row('toString', 'a', 'text'), 'exchange.field-unknown'],
    ['a name with signs that no column has', 'machine', row('model', 'a b', 'text'), 'exchange.name-malformed'],
    ['a format of another type', 'machine', row('model', 'xh', 'date'), 'exchange.format-unfit'],
    ['personal data without a purpose', 'welder', row('phone', 'sj', 'text'), 'exchange.purpose-missing'],
    ['a purpose that nobody knows', 'welder', row('phone', 'sj', 'text', { purpose: 'sale' }), 'exchange.purpose-missing'],
    ['a purpose without personal data', 'machine', row('model', 'xh', 'text', { purpose: 'enforcement' }), 'exchange.purpose-unfit'],
    ['a code list with a hole', 'welder', row('status', 'zt', 'code', { codes: { active: '1' } }), 'exchange.codes-missing'],
    ['a code list with a word of nobody', 'welder', row('status', 'zt', 'code', { codes: { active: '1', suspended: '2', gone: '3' } }), 'exchange.code-not-ours'],
    ['an empty code', 'welder', row('status', 'zt', 'code', { codes: { active: '1', suspended: ' ' } }), 'exchange.code-empty'],
    ['a code list for a text', 'machine', row('model', 'xh', 'text', { codes: { a: 'b' } }), 'exchange.codes-unfit'],
  ] as const)('%s', (_, kind, one, code) => expect(wrong(kind, one)).toEqual([code])); // prettier-ignore

  it('name each field and each name once', () => {
    expect(wrong('machine', row('model', 'a', 'text'), row('model', 'b', 'text'))).toEqual(['exchange.field-twice']);
    expect(wrong('machine', row('model', 'a', 'text'), row('code', 'a', 'text'))).toEqual(['exchange.name-twice']);
  });

  it('hold from their day until the next begin', () => {
    const [old, young] = [machines, { ...machines, validFrom: '2026-07-01' }];
    const on = (day: string): string | undefined => mappingOn([young, old, welders], 'machine', day)?.validFrom;
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([
      ...[undefined, '2026-01-01', '2026-01-01', '2026-07-01'],
    ]);
  });

  it('no field holds what people wrote in their own words', () => {
    const all = Object.values(FIELDS).flatMap((fields) => Object.keys(fields));
    expect(all.filter((name) => /content|description|reason|note|method/i.test(name))).toEqual([]);
  });
});

describe('what another platform says against the register', () => {
  it.each([
    ['the same, typed otherwise', { model: 'zx7－400 ', outlets: 1 }, []],
    ['another model', { model: 'ZX7-500', outlets: 2 }, ['model', 'outlets']],
    ['what we do not know', { ratedCurrentA: 300 }, []],
    ['what they do not know', {}, []],
    ['a state of its own', { status: 'scrapped' }, []],
  ])('%s', (_, theirs, fields) => {
    expect(differingFields('machine', theirs, { model: 'ZX7-400', outlets: 1, ratedCurrentA: null })).toEqual(fields);
  });
  it('personal data is never named as a difference', () =>
    expect(differingFields('welder', { name: '李四', phone: '1' }, welder)).toEqual([]));

  it.each([
    ['province', 'certificate', true],
    ['neighbour', 'certificate', false],
    ['neighbour', 'machine', true],
    ['vendor', 'machine', false],
  ] as const)('a %s tells of a %s: %s', (partner, kind, may) => expect(maySend(partner, kind)).toBe(may));
});
