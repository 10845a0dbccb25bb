import type { EscalationLevel } from '../../../src/domain/violations/escalation';
import type { Finding } from '../../../src/domain/violations/finding';
import type { Severities } from '../../../src/domain/violations/grade';
import type { MajorHazardStandard } from '../../../src/domain/violations/major-hazard';
import { fillSilence } from '../../../src/domain/violations/suspicions/silence';
import { escalate } from '../../../src/domain/violations/steps/escalate';
import { passOn, successorOf } from '../../../src/domain/violations/steps/pass-on';
import { clear, confirm } from '../../../src/domain/violations/steps/new-evidence';
import { newViolation, notYetTold, oncePerCause, raise, seenAgain, type NewViolation, type Whereabouts } from '../../../src/domain/violations/steps/raise'; // prettier-ignore
import { VIOLATION_STATES } from '../../../src/domain/violations/violation-kinds';
import { DAY } from '../../../src/kernel/time';
import { seededBook } from '../rules/seeded-book';
import { NEWS, T0, TOLD, violation } from './violation-case';

const RULES = {
  dueDays: { alert: 3, hazard: 7, offence: 15 },
  severities: seededBook.value<Severities>('supervision.severity', {}, T0),
  majorStandards: seededBook.value<MajorHazardStandard[]>('supervision.major-hazard-standards', {}, T0),
};

describe('escalate: what is overdue is told to grid, town and county', () => {
  const DAYS = { grid: 0, town: 1, county: 3 };
  const overdue = (escalatedTo: EscalationLevel | null) => ({
    ...violation({ state: 'assigned', assignedTo: 'SAF' }),
    dueAt: T0,
    escalatedTo,
  });

  it('changes nothing but the level, and tells since when it is overdue', () => {
    expect(escalate(overdue('grid'), DAYS, T0 + DAY + 1)).toEqual({
      to: 'assigned',
      set: { escalatedTo: 'town' },
      records: {
        history: { command: 'escalate', from: 'assigned', to: 'assigned', detail: { level: 'town' } },
        audit: {
          action: 'violation.escalate',
          before: { state: 'assigned' },
          after: { state: 'assigned', certainty: 'provisional', severity: 1, level: 'town' },
        },
      },
      news: [
        {
          ...NEWS,
          type: 'violation.overdue',
          userIds: ['SAF'],
          data: {
            ...TOLD,
            severity: 1,
            certainty: 'provisional',
            state: 'assigned',
            level: 'town',
            dueAt: '2026-11-24T02:00:00.123Z',
          },
        },
      ],
    });
  });

  it.each([
    ['at the due date', null, 0, undefined],
    ['1 ms after', null, 1, 'grid'],
    ['grid told, a day after', 'grid', DAY, undefined],
    ['grid told, 1 ms more', 'grid', DAY + 1, 'town'],
    ['county told, a year after', 'county', 365 * DAY, undefined],
  ] as const)('%s', (_, told, late, level) =>
    expect(escalate(overdue(told), DAYS, T0 + late)?.set.escalatedTo).toBe(level),
  );
});

describe('what later evidence does', () => {
  const withdrawn = (from: string, to: string, detail: object) => ({
    to,
    set: { certainty: 'withdrawn' },
    records: {
      history: { command: 'withdraw', from, to, detail },
      audit: {
        action: 'violation.withdraw',
        before: { state: from },
        after: { state: to, certainty: 'withdrawn', severity: 1, ...detail },
      },
    },
    news: [
      {
        ...NEWS,
        type: 'violation.changed',
        userIds: [],
        data: { ...TOLD, severity: 1, certainty: 'withdrawn', state: to },
      },
    ],
  });

  it('an arc that goes on confirms the suspicion and leaves the case where it is', () => {
    expect(confirm(violation({ state: 'assigned' }))).toEqual({
      to: 'assigned',
      set: { certainty: 'confirmed' },
      records: {
        history: { command: 'confirm', from: 'assigned', to: 'assigned', detail: {} },
        audit: {
          action: 'violation.confirm',
          before: { state: 'assigned' },
          after: { state: 'assigned', certainty: 'confirmed', severity: 1 },
        },
      },
      news: [
        {
          ...NEWS,
          type: 'violation.changed',
          userIds: [],
          data: { ...TOLD, severity: 1, certainty: 'confirmed', state: 'assigned' },
        },
      ],
    });
  });

  it('what a silent chip had kept takes the alert away', () => {
    expect(fillSilence(violation())).toEqual(withdrawn('open', 'withdrawn', { reason: 'silence-filled' }));
  });

  it.each(VIOLATION_STATES)('late data that clears every arc of a case that is %s', (state) => {
    const to = state === 'closed' ? 'closed' : 'withdrawn';
    expect(clear(violation({ state }), ['J1', 'J2'])).toEqual(
      withdrawn(state, to, { reason: 'cleared-by-late-data', jobIds: ['J1', 'J2'] }),
    );
  });
});

const nowhere: Whereabouts = {
  machineId: null,
  chipNo: null,
  regionCode: '411003',
  enterpriseId: null,
  industry: null,
  placeKinds: [],
  place: null,
  lat: null,
  lng: null,
};
const site: Whereabouts = {
  machineId: 'M1',
  chipNo: 'C1',
  regionCode: '411003100',
  enterpriseId: 'E1',
  industry: 'manufacturing',
  placeKinds: [],
  place: '测试车间',
  lat: 34.1,
  lng: 113.8,
};
const seen: Finding = { kind: 'off-platform', source: 'detector', certainty: 'provisional', foundAt: T0 - 1_000, chipNo: 'C1' }; // prettier-ignore
const row = (change: Partial<NewViolation> = {}): NewViolation => ({
  ...newViolation(seen, site, RULES, 'V1', T0),
  ...change,
});

describe('a finding as a violation', () => {
  it('of a detector: the grade of its kind, due by rule, one for its cause', () => {
    expect(newViolation(seen, site, RULES, 'V1', T0)).toEqual({
      id: 'V1',
      kind: 'off-platform',
      grade: 'alert',
      severity: 1,
      majorBasis: null,
      certainty: 'provisional',
      source: 'detector',
      cause: 'off-platform:machine:M1',
      regionCode: '411003100',
      enterpriseId: 'E1',
      machineId: 'M1',
      chipNo: 'C1',
      welderId: null,
      permitId: null,
      jobId: null,
      arcId: null,
      place: '测试车间',
      lat: 34.1,
      lng: 113.8,
      description: '',
      evidence: {},
      photoIds: [],
      occurrences: 1,
      foundAt: T0 - 1_000,
      lastAt: T0 - 1_000,
      dueAt: T0 + 3 * DAY,
    });
  });

  it('of a person: as they found it, for itself', () => {
    const finding: Finding = {
      kind: 'uncertified',
      source: 'inspection',
      certainty: 'confirmed',
      grade: 'offence',
      foundAt: T0 - DAY,
      welderId: 'W1',
      permitId: 'P1',
      jobId: 'J1',
      arcId: 'A1',
      description: '无证焊接',
      evidence: { code: 'X' },
      photoIds: ['F1'],
    };
    expect(newViolation(finding, nowhere, RULES, 'V1', T0)).toMatchObject({
      ...finding,
      cause: 'record:V1',
      // an offence is not grave by being one
      severity: 2,
      majorBasis: null,
      lastAt: T0 - DAY,
      dueAt: T0 + 15 * DAY,
      machineId: null,
      chipNo: null,
    });
  });

  it('a machine that was looked up names the cause, one that the finding names itself does too', () => {
    expect(newViolation({ ...seen, machineId: 'M2' }, nowhere, RULES, 'V1', T0).cause).toBe('off-platform:machine:M2');
    expect(newViolation({ ...seen, chipNo: null }, { ...nowhere, chipNo: 'C9' }, RULES, 'V1', T0).cause).toBe(
      'off-platform:chip:C9',
    );
  });

  it('an uncertified welder is a major hazard in industry and trade', () => {
    const uncertified: Finding = { ...seen, kind: 'uncertified' };
    expect(newViolation(uncertified, site, RULES, 'V1', T0)).toMatchObject({
      grade: 'hazard',
      severity: 3,
      majorBasis: { document: '应急管理部令第10号' },
    });
    expect(newViolation(uncertified, nowhere, RULES, 'V1', T0)).toMatchObject({
      grade: 'hazard',
      severity: 2,
      majorBasis: null,
    });
  });
});

describe('one violation for one cause', () => {
  it('seen several times in one batch: counted, certain, from the first to the last moment', () => {
    const rows = [0, 5, -5].map((ms, i) => row({ id: `V${i + 1}`, foundAt: T0 + ms, lastAt: T0 + ms }));
    expect(oncePerCause(rows)).toEqual([
      row({ occurrences: 3, certainty: 'confirmed', foundAt: T0 - 5, lastAt: T0 + 5 }),
    ]);
  });

  it('two causes stay two, in their order', () => {
    const rows = [row(), row({ id: 'V2', cause: 'off-platform:machine:M2' })];
    expect(oncePerCause(rows)).toEqual(rows);
  });

  it.each([
    ['nothing of its cause told', new Map(), ['V1', 'V2']],
    ['the earlier one told', new Map([['C', T0]]), ['V2']],
    ['told up to 1 ms before', new Map([['C', T0 - 1]]), ['V1', 'V2']],
    ['both told', new Map([['C', T0 + 1]]), []],
    ['another cause told', new Map([['D', T0 + 9]]), ['V1', 'V2']],
  ])('what is not yet told: %s', (_, told, ids) => {
    const rows = [row({ cause: 'C', foundAt: T0 }), row({ id: 'V2', cause: 'C', foundAt: T0 + 1 })];
    expect(notYetTold(rows, told).map(({ id }) => id)).toEqual(ids);
  });

  it('one fault seen from two sides is one', () => {
    const rows = [row({ cause: 'C' }), row({ cause: 'D' }), row({ cause: 'C' })];
    expect(notYetTold(rows, new Map()).map(({ cause }) => cause)).toEqual(['C', 'D']);
  });
});

describe('raise', () => {
  it('is told with its source; the audit trail holds what it is', () => {
    expect(raise(row())).toEqual({
      to: 'open',
      set: {},
      records: {
        history: { command: 'raise', from: null, to: 'open', detail: { source: 'detector' } },
        audit: {
          action: 'violation.raise',
          after: {
            state: 'open',
            certainty: 'provisional',
            severity: 1,
            kind: 'off-platform',
            grade: 'alert',
            source: 'detector',
          },
        },
      },
      news: [
        {
          ...NEWS,
          type: 'violation.raised',
          userIds: [],
          data: { ...TOLD, severity: 1, certainty: 'provisional', state: 'open' },
        },
      ],
    });
  });

  it('of nobody’s enterprise is told to no enterprise', () => {
    expect(raise(row({ enterpriseId: null })).news[0]?.enterpriseIds).toEqual([]);
  });
});

describe('an open violation that is seen again', () => {
  const raised = { id: 'V0', cause: 'off-platform:machine:M1', isNew: false, occurrences: 2 };

  it('is told of under its own number, as certain, without a state that did not change', () => {
    expect(seenAgain(row(), raised)).toStrictEqual({
      ...NEWS,
      entityId: 'V0',
      type: 'violation.changed',
      userIds: [],
      data: { ...TOLD, severity: 1, certainty: 'confirmed' },
    });
  });

  it.each([
    ['for the first time', {}, { occurrences: 2 }, true],
    ['for the second time', {}, { occurrences: 3 }, false],
    ['for the first time, twice in one batch', { occurrences: 2 }, { occurrences: 3 }, true],
    ['never before: it is new', {}, { isNew: true, occurrences: 1 }, false],
    ['never before, twice in one batch', { occurrences: 2 }, { isNew: true, occurrences: 2 }, false],
    ['never before, whatever was counted', {}, { isNew: true, occurrences: 2 }, false],
  ])('%s: told or only counted', (_, of, change, told) =>
    expect(seenAgain(row(of), { ...raised, ...change }) !== null).toBe(told),
  );
});

describe('who is gone has no case in hand', () => {
  it.each([
    ['the deputy', ['DEP', 'G1'], [], 'DEP'],
    ['the next of the grid, where the deputy is away, too', ['DEP', 'G1'], ['DEP'], 'G1'],
    ['nobody twice: whoever had it is passed over', ['SAF', 'G1'], [], 'G1'],
    ['nobody', [null, 'G1'], ['G1'], null],
  ] as const)('it goes to %s', (_, inTurn, absent, expected) =>
    expect(successorOf('SAF', inTurn, new Set(absent))).toBe(expected),
  );

  it.each([
    ['somebody else', 'G1', 'E1', { to: 'assigned', set: { assignedTo: 'G1', assignedEnterprise: null } }],
    ['its enterprise', null, 'E1', { to: 'assigned', set: { assignedTo: null, assignedEnterprise: 'E1' } }],
    ['the officials of the place', null, null, { to: 'open', set: { assignedTo: null, assignedEnterprise: null } }],
  ] as const)('with %s', (_, to, enterpriseId, expected) => {
    const step = passOn(violation({ state: 'rectifying', assignedTo: 'SAF', enterpriseId }), to, 'assignee-on-leave');
    expect(step).toMatchObject(expected);
    expect(step.records.history).toMatchObject({ command: 'reassign', detail: { reason: 'assignee-on-leave', takenFrom: 'SAF' } }); // prettier-ignore
  });
});
