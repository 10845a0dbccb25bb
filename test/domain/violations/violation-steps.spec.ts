import { VIOLATION_COMMANDS, violationLifeCycle } from '../../../src/domain/violations/violation-life-cycle';
import { DAY } from '../../../src/kernel/time';
import { inspector, NEWS, refusalOf, regulator, safety, step, T0, TOLD, violation, type Given } from './violation-case';

const assigned = violation({ state: 'assigned', certainty: 'confirmed', assignedTo: 'SAF', by: safety });
const rectifying = violation({ ...assigned, state: 'rectifying', rectifiers: ['SAF'], by: inspector });
const reviewed = violation({ ...rectifying, state: 'review' });
const closed = violation({ ...rectifying, state: 'closed' });

describe('assign: given to somebody to put right', () => {
  it('confirms the suspicion, dates it by rule, begins the escalation anew, and tells the assignee', () => {
    expect(step('assign', violation(), { userId: 'SAF', note: '请找王某某' })).toEqual({
      to: 'assigned',
      set: {
        certainty: 'confirmed',
        assignedTo: 'SAF',
        assignedEnterprise: null,
        dueAt: T0 + 3 * DAY,
        remindedAt: T0,
        escalatedTo: null,
      },
      records: {
        history: {
          command: 'assign',
          from: 'open',
          to: 'assigned',
          detail: {
            note: '请找王某某',
            assignedTo: 'SAF',
            assignedEnterprise: null,
            dueAt: '2026-11-27T02:00:00.123Z',
          },
        },
        audit: {
          action: 'violation.assign',
          before: { state: 'open' },
          after: {
            state: 'assigned',
            certainty: 'confirmed',
            severity: 1,
            assignedTo: 'SAF',
            assignedEnterprise: null,
            dueAt: '2026-11-27T02:00:00.123Z',
          },
        },
      },
      news: [
        {
          ...NEWS,
          type: 'violation.changed',
          userIds: ['SAF'],
          data: { ...TOLD, severity: 1, certainty: 'confirmed', state: 'assigned', command: 'assign' },
        },
      ],
    });
  });

  it('to its enterprise, without naming anybody', () => {
    const taken = step('assign', violation());
    expect(taken.set).toMatchObject({ assignedTo: null, assignedEnterprise: 'E1' });
    expect(taken.news[0]).toMatchObject({ enterpriseIds: ['E1'], userIds: [] });
  });

  it.each([
    ['assigned', assigned],
    ['rectifying', rectifying],
  ] as const)('reassign (改派), from %s: with a reason, and it says from whom it was taken', (from, before) => {
    const taken = step('reassign', { ...before, by: inspector }, { reason: '调离岗位' });
    expect(taken).toMatchObject({ to: 'assigned', set: { assignedTo: null, assignedEnterprise: 'E1' } });
    expect(taken.records.history).toMatchObject({ from, detail: { reason: '调离岗位', takenFrom: 'SAF' } });
    expect(refusalOf('reassign', { ...before, by: inspector })).toMatchObject({ errors: [{ path: 'reason' }] });
  });

  it.each([
    ['lies ahead: stays', T0 + 1, T0 + 1],
    ['is now: begins anew', T0, T0 + 3 * DAY],
    ['is not known: by rule', null, T0 + 3 * DAY],
  ] as const)('reassign: a due date that %s', (_, dueAt, expected) =>
    expect(step('reassign', { ...assigned, by: inspector, dueAt }, { reason: 'x' }).set.dueAt).toBe(expected),
  );

  it.each([
    ['an alert: 3 days', violation({ grade: 'alert' }), {}, T0 + 3 * DAY],
    ['a hazard: 7 days', violation({ grade: 'hazard' }), {}, T0 + 7 * DAY],
    ['an offence: 15 days', violation({ grade: 'offence' }), {}, T0 + 15 * DAY],
    ['as the region rules', violation(), { dueDays: { alert: 1, hazard: 2, offence: 3 } }, T0 + DAY],
    ['as the official says, 1 ms ahead', violation(), { dueAt: T0 + 1 }, T0 + 1],
    ['as the official says, later than by rule', violation(), { dueAt: T0 + 40 * DAY }, T0 + 40 * DAY],
  ])('the due date of %s', (_, of, given: Given, dueAt) => {
    const { set, records } = step('assign', of, given);
    expect(set.dueAt).toBe(dueAt);
    expect(records.history.detail['dueAt']).toBe(new Date(dueAt).toISOString());
  });

  const nobody = { enterpriseId: null, welderId: null, regionCode: null, seesCases: true };
  const bare = { enterpriseId: null, welderId: null };
  it.each([
    ['somebody of its enterprise', { ...nobody, enterpriseId: 'E1' }, {}, true],
    ['somebody of another enterprise', { ...nobody, enterpriseId: 'E2' }, {}, false],
    ['the welder whom it is about', { ...nobody, welderId: 'W1' }, {}, true],
    ['another welder', { ...nobody, welderId: 'W2' }, {}, false],
    ['an official of the town', { ...nobody, regionCode: '411003100' }, {}, true],
    ['an official of the county around it', { ...nobody, regionCode: '411003' }, {}, true],
    ['an official of a village inside', { ...nobody, regionCode: '411003100001' }, {}, false],
    ['an official of another county', { ...nobody, regionCode: '411002' }, {}, false],
    ['somebody who belongs nowhere, like the violation', nobody, bare, false],
    ['a user who does not exist', null, {}, false],
  ])('to %s', (_, assignee, change, fit) => {
    expect(refusalOf('assign', violation(change), { userId: 'U', assignee })).toEqual(
      fit
        ? 'allowed'
        : {
            kind: 'invalid',
            code: 'violation.assignee-unfit',
            errors: [{ path: 'userId', code: 'violation.assignee-unfit' }],
          },
    );
  });

  it.each([
    ['a person whose roles show them no case', { userId: 'U', assignee: { ...nobody, enterpriseId: 'E1', seesCases: false } }, 'violation.assignee-blind'],
    ['an enterprise that the official is in charge of', { enterpriseId: 'E2', assignedTo: { id: 'E2', withinReach: true } }, 'allowed'],
    ['the enterprise it was found at, wherever it lies', { enterpriseId: 'E1', assignedTo: { id: 'E1', withinReach: false } }, 'allowed'],
    ['an enterprise of elsewhere', { enterpriseId: 'E2', assignedTo: { id: 'E2', withinReach: false } }, 'violation.enterprise-unfit'],
    ['a person and an enterprise at once', { userId: 'SAF', enterpriseId: 'E1' }, 'violation.assignee-one-only'],
  ])('to %s', (_, given, expected) => {
    const answer = refusalOf('assign', violation(), given);
    expect(answer === 'allowed' ? answer : answer.code).toBe(expected);
  }); // prettier-ignore

  it('to an enterprise: it is told beside the one it was found at', () => {
    const taken = step('assign', violation(), { enterpriseId: 'E2', assignedTo: { id: 'E2', withinReach: true } });
    expect(taken.set).toMatchObject({ assignedTo: null, assignedEnterprise: 'E2' });
    expect(taken.news[0]).toMatchObject({ enterpriseIds: ['E1', 'E2'] });
  });

  const needed = {
    kind: 'invalid',
    code: 'violation.assignee-needed',
    errors: [{ path: 'userId', code: 'violation.assignee-needed' }],
  };
  it.each([
    ['nobody, where no enterprise answers for it', { enterpriseId: null }, {}, needed],
    ['nobody and a blank note', { enterpriseId: null }, { note: ' ' }, needed],
    ['nobody, with a note who shall', { enterpriseId: null }, { note: '由村里整改' }, 'allowed'],
    ['a person, where no enterprise answers for it', bare, { userId: 'U', assignee: { ...nobody, regionCode: '41' } }, 'allowed'],
    ['nobody, where an enterprise answers for it', {}, {}, 'allowed'],
  ])('to %s', (_, change, given, expected) =>
    expect(refusalOf('assign', violation(change), given)).toEqual(expected),
  ); // prettier-ignore

  it.each([
    ['1 ms ago', -1],
    ['now', 0],
  ])('not until %s', (_, ms) =>
    expect(refusalOf('assign', violation(), { dueAt: T0 + ms })).toEqual({
      kind: 'invalid',
      code: 'violation.due-in-past',
      errors: [{ path: 'dueAt', code: 'violation.due-in-past' }],
    }),
  );
});

describe('rectify: put right', () => {
  it('keeps who reported it and when; what they wrote and their photos stay with the case', () => {
    expect(step('rectify', assigned, { note: ' 已换芯片 ', photoIds: ['F1'] })).toEqual({
      to: 'rectifying',
      set: { rectifiers: ['SAF'], rectifiedAt: T0 },
      records: {
        history: {
          command: 'rectify',
          from: 'assigned',
          to: 'rectifying',
          detail: { note: ' 已换芯片 ', photoIds: ['F1'] },
        },
        audit: {
          action: 'violation.rectify',
          before: { state: 'assigned' },
          after: { state: 'rectifying', certainty: 'confirmed', severity: 1, photoIds: ['F1'] },
        },
      },
      news: [
        {
          ...NEWS,
          type: 'violation.changed',
          userIds: ['SAF'],
          data: { ...TOLD, severity: 1, certainty: 'confirmed', state: 'rectifying' },
        },
      ],
    });
  });

  it.each([
    ['the first', [], ['SAF']],
    ['another one', ['INS'], ['INS', 'SAF']],
    ['the same again', ['SAF', 'INS'], ['SAF', 'INS']],
  ])('who rectified: %s', (_, before, after) =>
    expect(step('rectify', { ...assigned, rectifiers: before }, { note: 'x' }).set.rectifiers).toEqual(after),
  );

  it('without photos', () => {
    expect(step('rectify', assigned, { note: 'x' }).records.history.detail).toEqual({ note: 'x', photoIds: [] });
  });

  it('not with the photos of somebody else', () => {
    expect(refusalOf('rectify', assigned, { note: 'x', photoIds: ['F2'], photosAreTheirs: false })).toEqual({
      kind: 'invalid',
      code: 'violation.photo-unknown',
      errors: [{ path: 'photoIds', code: 'violation.photo-unknown' }],
    });
  });
});

describe('review and close: looked at again, signed off', () => {
  it.each([
    ['review', rectifying, 'rectifying', 'review', { reviewedBy: 'INS' }],
    ['close', reviewed, 'review', 'closed', { closedAt: T0 }],
  ] as const)('%s', (command, before, from, to, set) => {
    expect(step(command, before, { note: '属实' })).toEqual({
      to,
      set,
      records: {
        history: { command, from, to, detail: { note: '属实' } },
        audit: {
          action: `violation.${command}`,
          before: { state: from },
          after: { state: to, certainty: 'confirmed', severity: 1 },
        },
      },
      news: [
        {
          ...NEWS,
          type: 'violation.changed',
          userIds: ['SAF'],
          data: { ...TOLD, severity: 1, certainty: 'confirmed', state: to },
        },
      ],
    });
  });

  it.each([
    ['review', rectifying],
    ['close', reviewed],
  ] as const)('%s: a blank note is no note', (command, before) =>
    expect(step(command, before, { note: ' ' }).records.history.detail).toEqual({}),
  );
});

describe('reopen: false rectification (虚假整改)', () => {
  it.each([
    ['review', reviewed],
    ['closed', closed],
  ] as const)(
    'from %s: one grade higher, one step graver, nobody assigned, and everything but who rectified forgotten',
    (from, before) => {
      expect(step('reopen', before, { reason: '现场仍无芯片' })).toEqual({
        to: 'open',
        set: {
          grade: 'hazard',
          severity: 2,
          assignedTo: null,
          assignedEnterprise: null,
          reviewedBy: null,
          rectifiedAt: null,
          closedAt: null,
          escalatedTo: null,
          falseRectifications: 1,
          dueAt: T0 + 3 * DAY,
        },
        records: {
          history: {
            command: 'reopen',
            from,
            to: 'open',
            detail: { reason: '现场仍无芯片', grade: 'hazard', severity: 2 },
          },
          audit: {
            action: 'violation.reopen',
            before: { state: from },
            after: { state: 'open', certainty: 'confirmed', grade: 'hazard', severity: 2, reason: '现场仍无芯片' },
          },
        },
        news: [
          {
            ...NEWS,
            type: 'violation.changed',
            userIds: [],
            data: { ...TOLD, grade: 'hazard', severity: 2, certainty: 'confirmed', state: 'open' },
          },
        ],
      });
    },
  );

  it.each([
    [1, 2],
    [2, 3],
    [3, 3],
  ] as const)('of severity %i: %i', (severity, expected) =>
    expect(step('reopen', { ...closed, severity }, { reason: 'x' }).set.severity).toBe(expected),
  );

  it.each([
    ['alert', 'hazard', 3],
    ['hazard', 'offence', 7],
    ['offence', 'offence', 15],
  ] as const)('D14 %s: reopened as %s, with no more time than it had (%i days)', (grade, higher, days) =>
    expect(step('reopen', { ...closed, grade }, { reason: 'x' }).set).toMatchObject({ grade: higher, dueAt: T0 + days * DAY }),
  ); // prettier-ignore

  it('is due by the rule of its grade, whatever it was due before', () => {
    expect(step('reopen', { ...closed, grade: 'offence' }, { reason: 'x', dueAt: T0 + 1 }).set.dueAt).toBe(
      T0 + 15 * DAY,
    );
  });

  it('from review, the open case of its cause is itself', () => {
    expect(refusalOf('reopen', reviewed, { reason: 'x', openOfCause: 'V1' })).toBe('allowed');
  });

  it('not beside a new case of the same cause', () => {
    expect(refusalOf('reopen', closed, { reason: 'x', openOfCause: 'V2' })).toEqual({
      kind: 'conflict',
      code: 'violation.open-again',
      extra: { violationId: 'V2' },
    });
  });
});

describe('withdraw: there was nothing', () => {
  it.each([
    ['open', violation()],
    ['assigned', { ...assigned, by: inspector }],
    ['rectifying', rectifying],
    ['review', reviewed],
  ] as const)('from %s', (from, before) => {
    expect(step('withdraw', before, { reason: '误报' })).toEqual({
      to: 'withdrawn',
      set: { certainty: 'withdrawn' },
      records: {
        history: { command: 'withdraw', from, to: 'withdrawn', detail: { reason: '误报' } },
        audit: {
          action: 'violation.withdraw',
          before: { state: from },
          after: { state: 'withdrawn', certainty: 'withdrawn', severity: 1, reason: '误报' },
        },
      },
      news: [
        {
          ...NEWS,
          type: 'violation.changed',
          userIds: from === 'open' ? [] : ['SAF'],
          data: { ...TOLD, severity: 1, certainty: 'withdrawn', state: 'withdrawn' },
        },
      ],
    });
  });
});

describe('what is refused before the form is read', () => {
  it.each([
    ['assign', closed, ['reopen']],
    ['rectify', violation(), ['assign', 'withdraw']],
    ['review', violation(), ['assign', 'withdraw']],
    ['close', violation(), ['assign', 'withdraw']],
    ['reopen', violation(), ['assign', 'withdraw']],
    ['withdraw', closed, ['reopen']],
    ['reopen', violation({ state: 'withdrawn' }), []],
  ] as const)('%s where the state does not admit it: names what is open instead', (command, at, commands) =>
    expect(refusalOf(command, at)).toEqual({
      kind: 'conflict',
      code: 'violation.command-not-open',
      extra: { commands },
    }),
  );

  it.each([
    ['reassign', 'its enterprise', { ...assigned, by: safety }, 'officials-only', ['rectify']],
    ['review', 'its enterprise', { ...rectifying, by: safety }, 'officials-only', ['rectify']],
    ['close', 'its enterprise', { ...reviewed, by: safety }, 'officials-only', []],
    ['reopen', 'its enterprise', { ...closed, by: safety }, 'officials-only', []],
    ['withdraw', 'its enterprise', { ...assigned, by: safety }, 'officials-only', ['rectify']],
    ['rectify', 'another enterprise', { ...assigned, by: { ...safety, userId: 'FOR', enterpriseId: 'E2' } }, 'not-yours-to-rectify', []],
    ['review', 'an official who rectified', { ...rectifying, rectifiers: ['INS'] }, 'rectifier-may-not-review', ['reassign', 'rectify', 'withdraw']],
  ] as const)('%s by %s', (command, _, at, code, commands) =>
    expect(refusalOf(command, at)).toEqual({ kind: 'forbidden', code: `violation.${code}`, extra: { commands } }),
  ); // prettier-ignore
});

describe('what a form must say', () => {
  it.each([
    ['rectify', assigned, 'note'],
    ['reassign', { ...assigned, by: inspector }, 'reason'],
    ['reopen', closed, 'reason'],
    ['withdraw', violation(), 'reason'],
    ['supervise', violation({ majorHazard: true, listed: true, by: regulator }), 'note'],
    ['hand-over', violation({ kind: 'forged-certificate', by: regulator }), 'note'],
  ] as const)('%s', (command, at, path) => {
    const missing = { kind: 'invalid', code: 'request.invalid', errors: [{ path, code: 'field.required' }] };
    expect(refusalOf(command, at)).toEqual(missing);
    expect(refusalOf(command, at, { [path]: ' ' })).toEqual(missing);
    expect(refusalOf(command, at, { [path]: 'x' })).toBe('allowed');
  });
});

describe('of several faults the first one is told', () => {
  const unfit = { assignee: null };
  it.each([
    ['state before person', 'close', violation({ by: safety }), {}, 'violation.command-not-open'],
    ['person before form', 'reopen', { ...closed, by: safety }, {}, 'violation.officials-only'],
    ['rank before having rectified', 'close', { ...reviewed, by: safety }, {}, 'violation.officials-only'],
    ['form before photos', 'rectify', assigned, { photosAreTheirs: false }, 'request.invalid'],
    ['form before another case', 'reopen', closed, { openOfCause: 'V2' }, 'request.invalid'],
    ['nobody before the date', 'assign', violation({ enterpriseId: null }), { dueAt: T0 }, 'violation.assignee-needed'],
    ['the assignee before the date', 'assign', violation(), { userId: 'U', ...unfit, dueAt: T0 }, 'violation.assignee-unfit'],
  ] as const)('%s', (_, command, at, given, code) => expect(refusalOf(command, at, given)).toMatchObject({ code })); // prettier-ignore
});

describe('every step', () => {
  const major = violation({ kind: 'uncertified', majorHazard: true, by: regulator });
  const BEFORE = {
    assign: violation(),
    reassign: { ...assigned, by: inspector },
    rectify: assigned,
    review: rectifying,
    close: reviewed,
    reopen: closed,
    withdraw: violation(),
    list: major,
    supervise: { ...major, listed: true },
    'hand-over': major,
  };
  const FORM = { note: '请找王某某', reason: 'x' };

  it.each(VIOLATION_COMMANDS)('%s asks the table once', (command) => {
    const asked = jest.spyOn(violationLifeCycle, 'step');
    step(command, BEFORE[command], FORM);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  it.each(VIOLATION_COMMANDS)('%s keeps the note out of audit trail and news', (command) => {
    const { records, news } = step(command, BEFORE[command], FORM);
    expect(JSON.stringify([records.audit, news])).not.toContain('王某某');
  });
});

describe('beside the loop', () => {
  it.each([
    ['list', { majorHazard: true }, 'listedAt'],
    ['supervise', { majorHazard: true, listed: true }, 'supervisedAt'],
    ['hand-over', { kind: 'forged-certificate' }, 'handedOverAt'],
  ] as const)('D14, D24 %s is recorded with its moment, and the state stays', (command, change, field) => {
    const taken = step(command, violation({ ...change, state: 'assigned', by: regulator }), {
      note: '移送〔2026〕3号',
    });
    expect([taken.to, taken.set]).toEqual(['assigned', { [field]: T0 }]);
    expect(taken.records.history.detail).toEqual({ note: '移送〔2026〕3号' });
  });
});
