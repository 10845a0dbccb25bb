import type { Permit } from '../../../../src/domain/permits/permit';
import type { PermitChanges } from '../../../../src/domain/permits/steps/step';
import type { ConflictingWork, Submission } from '../../../../src/domain/permits/steps/submission';
import type { Person } from '../../../../src/domain/permits/snapshot';
import { conflict, invalid } from '../../../../src/kernel/refusal';
import { HOUR, MINUTE } from '../../../../src/kernel/time';
import { inState, people, rulesBeside, rulesWith, T0, type PersonName } from '../permit-facts';
import { SUBMISSION } from './nothing-against';
import { smallJob } from './open-steps';
import { FREE, NOW, stopped, taken, writtenBy } from './take-step';

/** A chemical permit asks for a watcher with a training certificate. */
const TRAINED: Submission['watcher'] = {
  user: people.watcher,
  facts: { watchesNumber: null, weldsHere: false, trainingEndsAt: T0 + 365 * 24 * HOUR },
};
const submission = (change: Partial<Submission> = {}) => ({ submission: { ...SUBMISSION, ...change } });
const draft = (change: Partial<Permit> = {}): Permit => inState('draft', change);

const checklist = (level: string, ...codes: string[]) => ({
  key: 'permit.measures',
  value: codes.map((code) => ({ code, zh: '', en: '', source: '' })),
  level,
  regionCode: '411003',
});

describe('submitted: it waits for the first who has to sign', () => {
  const raised = { level: 'raised', raisedBecause: ['special-period'] } as const;
  it.each<[string, Permit, Submission['raised'], string[]]>([
    ['a draft', draft({ reminders: 2 }), SUBMISSION.raised, ['b', 'a']],
    ['one that was returned', inState('returned', { round: 4, reminders: 2 }), SUBMISSION.raised, ['b', 'a']],
    ['one whose level is raised', draft(), raised, ['c', 'b', 'a']],
  ])('%s', (_, asked, level, codes) => {
    const rules = rulesBeside([checklist('ordinary', 'b', 'a'), checklist('raised', 'c', 'b', 'a')]);
    const step = taken('submit', asked, 'applicant', submission({ raised: level }), { rules });
    const round = asked.round + 1;
    const set: PermitChanges = {
      ...level,
      round,
      ruleVersion: 'more',
      submittedAt: NOW,
      waitingSince: NOW,
      reminders: 0,
      occupierConfirmedAt: null,
    };
    expect(writtenBy(step)).toStrictEqual({
      set,
      records: [{ kind: 'checklist', codes }],
      detail: { ...level, round },
      follow: [],
    });
    const measures = [...codes].sort().map((code) => ({ code, confirmed: false }));
    expect(step.after).toEqual({ ...asked, ...set, measures, state: 'submitted' });
    expect(step.dueAt).toBe(NOW + 30 * MINUTE);
  });

  it('screens 4: a small job is sent with its checklist open, for nobody has seen it; a code goes to the occupier', () => {
    const asked = smallJob({ state: 'draft' });
    const one = { level: 'one', raisedBecause: [] };
    const step = taken('submit', asked, 'applicant', submission({ raised: one, watcher: null }));
    expect(step).toMatchObject({ set: { waitingSince: null, reminders: 0 }, follow: [{ kind: 'send-occupier-code' }] });
    expect(step.after.measures.length).toBeGreaterThan(2);
    expect(step.after.measures.every(({ confirmed }) => !confirmed)).toBe(true);
    expect(step.dueAt).toBe(asked.plannedEnd);
  });

  it('an occupier is asked where the raised level says so', () => {
    const asks = { key: 'permit.occupier-confirms', value: true, level: 'raised', regionCode: '411003' };
    const step = taken('submit', draft(), 'applicant', submission({ raised }), { rules: rulesBeside([asks]) });
    expect(step).toMatchObject({ set: { waitingSince: null } });
    expect(step.follow).toEqual([{ kind: 'send-occupier-code' }]);
  });

  it('is asked by the rules of the day of its submission from now on, at its new level', () => {
    const patience = { key: 'permit.approval-patience-minutes', value: 45, level: 'raised', validFrom: NOW };
    const before = rulesBeside([patience], {}, T0);
    expect(taken('submit', draft(), 'applicant', submission(), { rules: before }).dueAt).toBe(NOW + 30 * MINUTE);
    const step = taken('submit', draft(), 'applicant', submission({ raised }), { rules: before });
    expect(step.dueAt).toBe(NOW + 45 * MINUTE);
  });
});

const refusalOf = (asked: Permit, change: Partial<Submission>, rules?: Parameters<typeof stopped>[4]) =>
  stopped('submit', asked, 'applicant', submission(change), rules).refusal;

describe('how long it lasts', () => {
  const longer = (hours: number, more = 0) => ({ plannedEnd: T0 + hours * HOUR + more });
  const chemical = { regime: 'chemical', level: 'second', proposedLevel: 'second' } as const;
  const holders = [people.manager, people.safety];
  const raised = { level: 'first', raisedBecause: ['rest-day'] } as const;
  const same = { level: 'second', raisedBecause: [] };

  it.each<[string, Partial<Permit>, Submission["raised"], string | null, string, Record<string, number>]>([
    ['as long as allowed', { ...chemical, ...longer(72) }, same, null, '', {}],
    ['one ms longer', { ...chemical, ...longer(72, 1) }, same, 'permit.too-long', 'permit.too-long', { hours: 72 }],
    ['as long as the raised level allows', { ...chemical, ...longer(8) }, raised, null, '', {}],
    ['one ms longer than that', { ...chemical, ...longer(8, 1) }, raised, 'permit.too-long-when-raised', 'permit.too-long', { hours: 8 }],
  ])('%s', (_, change, level, code, fault, params) => {
    if (code === null) {
      const step = taken('submit', draft(change), 'applicant', submission({ raised: level, holders, watcher: TRAINED }));
      expect(step.set.level).toBe(level.level);
    } else
      expect(refusalOf(draft(change), { raised: level, holders, watcher: TRAINED })).toEqual(
        invalid(code, { params, errors: [{ path: "plannedEnd", code: fault, params }], extra: { ...level } }),
      );
  }); // prettier-ignore

  it('over midnight, where the day must be one: raised or not', () => {
    const site = draft({ regime: 'construction', level: 'second', ...longer(14, 1) });
    for (const raisedBecause of [[], ['special-period' as const]]) {
      const refusal = refusalOf(site, { raised: { level: 'second', raisedBecause } });
      expect(refusal).toMatchObject({ code: 'permit.not-same-day', extra: { level: 'second', raisedBecause } });
    }
  });
});

describe('who is named as watcher', () => {
  const wrong = (...codes: string[]) =>
    invalid(codes[0]!, { errors: codes.map((code) => ({ path: 'fireWatchId', code })) });
  const named = (person: Person, facts = {}): Submission['watcher'] =>
    person.kind === 'user' ? { user: person, facts: { ...FREE, ...facts } } : null;
  const trained = { rules: rulesWith({ 'permit.watcher-training': 'enforce' }) };

  it.each([
    ['nobody knows', 'unknown' as const, wrong('permit.watcher-unknown')],
    ['is no watcher', named(people.manager), wrong('permit.watcher-not-qualified')],
    ['is of another enterprise', named(people.stranger), wrong('permit.watcher-not-qualified')],
    ['welds here', named(people.watcher, { weldsHere: true }), wrong('permit.watcher-is-welder')],
    ['is nothing of it', named(people.manager, { weldsHere: true }), wrong('permit.watcher-not-qualified', 'permit.watcher-is-welder')],
  ])('somebody who %s', (_, watcher, refusal) => {
    expect(refusalOf(draft(), { watcher })).toEqual(refusal);
  }); // prettier-ignore

  it.each([
    ['until now', NOW, false],
    ['one ms longer', NOW + 1, true],
  ])('somebody trained %s', (_, trainingEndsAt, fit) => {
    const watcher = named(people.watcher, { trainingEndsAt });
    if (fit) expect(taken('submit', draft(), 'applicant', submission({ watcher }), trained).to).toBe('submitted');
    else expect(refusalOf(draft(), { watcher }, trained)).toEqual(wrong('permit.watcher-untrained'));
  });

  it('trained only where the raised level asks for it', () => {
    const enforced = { key: 'permit.watcher-training', value: 'enforce', level: 'raised', regionCode: '411003' };
    const rules = rulesBeside([enforced]);
    const raised = { level: 'raised', raisedBecause: ['special-period' as const] };
    expect(refusalOf(draft(), { raised }, { rules })).toEqual(wrong('permit.watcher-untrained'));
    expect(taken('submit', draft(), 'applicant', submission(), { rules }).to).toBe('submitted');
  });

  it('somebody who still watches elsewhere may be named: where they are is asked when work begins', () => {
    const watcher = named(people.watcher, { watchesNumber: 'DH-7' });
    expect(taken('submit', draft(), 'applicant', submission({ watcher })).to).toBe('submitted');
  });
});

describe('who has to sign', () => {
  const place = (step: number, role: string, titleZh = '', titleEn = '') => ({ step, roles: [role], of: 'enterprise', titleZh, titleEn }); // prettier-ignore
  const SAFETY = place(0, 'safety-officer', '安全管理人员', 'Safety officer');
  const HEAD = place(1, 'enterprise-head', '单位负责人', 'Head of the enterprise');
  const boss = { name: 'Li', role: 'enterprise-head' };
  const ledBy = (enterpriseId: string): Submission['leaders'] => new Map([[enterpriseId, [{ ...boss, phone: '1' }]]]);
  const missing = (one: object, turnTo: object[] = []) => ({ ...one, enterpriseId: 'E1', turnTo });
  const NOBODY = 'permit.approver-missing-and-leader';

  it.each<[string, Partial<Submission>, string, unknown[], string[]]>([
    ['nobody has an account', { holders: [] }, NOBODY, [missing(SAFETY), missing(HEAD)], []],
    ['another leads there', { holders: [people.head], leaders: ledBy('E1') }, 'permit.approver-missing', [missing(SAFETY, [boss])], ['Li']],
    ['one of elsewhere', { holders: [people.head, people.stranger], leaders: ledBy('E2') }, NOBODY, [missing(SAFETY)], []],
    ['leaders of nowhere', { holders: [people.safety], leaders: ledBy('') }, NOBODY, [missing(HEAD)], []],
  ])('%s', (_, change, code, places, turnTo) => {
    const { titleZh, titleEn } = places[0] as typeof SAFETY;
    const refusal = refusalOf(draft(), change);
    expect(refusal).toMatchObject({ kind: 'conflict', code, params: { turnTo }, extra: { missing: places } });
    expect(refusal.params!['titleZh']).toContain(titleZh);
    expect(refusal.params!['titleEn']).toContain(titleEn);
    expect(refusal.errors).toHaveLength(places.length);
  }); // prettier-ignore

  it('nobody’s place: a party that is not there is led by nobody', () => {
    const chain = [{ ...place(0, 'safety-officer'), quorum: 'one' }];
    const rules = rulesWith({ 'permit.approval-chain': chain }, { regime: 'small', level: 'one' });
    const asked = smallJob({ state: 'draft' });
    const refusal = refusalOf(asked, { watcher: null, raised: { level: 'one', raisedBecause: [] } }, { rules });
    expect(refusal.extra).toMatchObject({ missing: [{ enterpriseId: null, turnTo: [] }] });
  });

  it('at the raised level', () => {
    const raised = { level: 'first', raisedBecause: ['night' as const] };
    const asked = draft({ regime: 'chemical', level: 'second' });
    const { extra } = refusalOf(asked, { raised, holders: [people.manager], watcher: TRAINED });
    expect(extra).toMatchObject({ missing: [{ roles: ['safety-officer'] }] });
  });
});

describe('what goes on near', () => {
  const paint: ConflictingWork = {
    rule: { code: 'solvent-near', with: 'painting', severity: 'block', zh: '涂装作业', en: 'painting' },
    distanceM: 12.5,
    other: { id: 'A1', kind: 'painting', placeName: '喷漆房' },
    from: T0,
    to: T0 + HOUR,
  };
  const warned = { ...paint, rule: { ...paint.rule, severity: 'warn' as const } };
  const open: ConflictingWork = { ...paint, rule: { ...paint.rule, with: 'public-entertainment' }, other: null };
  const shown = { code: 'solvent-near', distanceM: 12.5, from: '2026-11-24T02:00:00.000Z', to: '2026-11-24T03:00:00.000Z' }; // prettier-ignore

  it('what forbids it is named, the first in words; what is only warned of is not', () => {
    const second = { ...open, rule: { ...open.rule, zh: '营业', en: 'opening' } };
    expect(refusalOf(draft(), { conflicts: [warned, paint, second] })).toEqual(
      conflict('permit.conflicting-work', {
        params: { workZh: '涂装作业', workEn: 'painting' },
        extra: {
          conflicts: [
            { ...shown, kind: 'painting', placeName: '喷漆房' },
            { ...shown, kind: 'public-entertainment', placeName: '测试车间' },
          ],
        },
      }),
    );
  });

  it.each<[string, Partial<Permit>, ConflictingWork[], boolean]>([
    ['only warned of', {}, [warned], true],
    ['the permit that this one extends', { extendsId: 'A1' }, [paint], true],
    ['another than that', { extendsId: 'A2' }, [paint], false],
    ['its own place, open to the public', { extendsId: 'A1' }, [open], false],
  ])('%s', (_, change, conflicts, passes) => {
    if (passes) expect(taken('submit', draft(change), 'applicant', submission({ conflicts })).to).toBe('submitted');
    else expect(refusalOf(draft(change), { conflicts }).code).toBe('permit.conflicting-work');
  });

  it('is said last, after length, watcher and approvers', () => {
    const all: Partial<Submission> = { watcher: 'unknown', holders: [], conflicts: [paint] };
    const long = draft({ plannedEnd: T0 + 9 * HOUR });
    expect(refusalOf(long, all).code).toBe('permit.too-long');
    expect(refusalOf(draft(), all).code).toBe('permit.watcher-unknown');
    expect(refusalOf(draft(), { ...all, watcher: null }).code).toBe('permit.approver-missing-and-leader');
  });
});

describe('urgent work is approved from afar only where the level that it is raised to allows it', () => {
  const never = { key: 'permit.urgent', value: { allowed: false, countersignHours: 24, role: 'enterprise-head' } };
  const rules = rulesBeside([{ ...never, level: 'raised', regionCode: '411003' }]);
  const raised = { level: 'raised', raisedBecause: ['special-period'] } as const;
  const ordinary = { level: 'ordinary', raisedBecause: [] } as const;
  it('raised to a level that nobody approves from afar it is refused', () => {
    const asked = draft({ urgent: true });
    expect(refusalOf(asked, { raised }, { rules })).toEqual(
      invalid('permit.urgent-not-allowed', {
        errors: [{ path: 'urgent', code: 'permit.urgent-not-allowed' }],
        extra: raised,
      }),
    );
    expect(taken('submit', asked, 'applicant', submission({ raised: ordinary }), { rules }).to).toBe('submitted');
  });

  it('what was raised once and came back is judged by what it is now', () => {
    const asked = inState('returned', { urgent: true, level: 'raised', proposedLevel: 'ordinary' });
    expect(taken('submit', asked, 'applicant', submission({ raised: ordinary }), { rules }).to).toBe('submitted');
  });
});

describe('D9 whoever fills the form in holds that seat, and no other', () => {
  const site = (level: string, applicantId: string) =>
    draft({ regime: 'construction', level, proposedLevel: level, applicantId });
  const at = (level: string) => ({ raised: { level, raisedBecause: [] } });
  const firm = [people.manager, people.safety, people.head];
  it.each<[string, PersonName, string[]]>([
    ['first', 'head', ['safety-officer']],
    ['second', 'manager', ['safety-officer', 'enterprise-head']],
  ])('construction %s, filled in by the %s, waits for %s', (level, who, roles) => {
    const asked = site(level, `U-${who}`);
    const step = taken('submit', asked, who, submission({ ...at(level), holders: firm }));
    expect(step.records[1]).toMatchObject({ kind: 'signature', userId: `U-${who}`, filledIn: true, comment: null });
    expect(step.detail).toMatchObject({ filledIn: 0 });
    expect(step.after.signatures).toMatchObject([{ userId: `U-${who}`, covers: [0], filledIn: true, signedAt: NOW }]);
    expect(step.news[0]?.to[1]).toMatchObject({ roles });
  });

  it('another’s seat is not held: who has not its duty waits for it', () => {
    const step = taken('submit', site('first', 'U-welder'), 'welder', submission({ ...at('first'), holders: firm }));
    expect(step.records).toHaveLength(1);
    expect(step.after.signatures).toEqual([]);
  });

  it('general work has no seat for whoever fills it in: the only safety officer cannot ask for it', () => {
    const asked = draft({ applicantId: 'U-safety' });
    const refusal = stopped('submit', asked, 'safety', submission({ holders: firm })).refusal;
    expect(refusal.errors).toMatchObject([{ code: 'permit.seat-empty', params: { titleZh: '安全管理人员' } }]);
  });

  it('urgent work waits for the leader, and names who could never sign in full afterwards', () => {
    const urgent = draft({ urgent: true, applicantId: 'U-welder' });
    const asked = (holders: Submission['holders']) =>
      stopped('submit', urgent, 'welder', submission({ holders })).refusal.errors?.map(
        ({ params }) => params?.['titleEn'],
      );
    expect(asked([people.safety])).toEqual(['Leader on duty']);
    expect(asked([people.head])).toEqual(['Safety officer']);
    expect(taken('submit', urgent, 'welder', submission({ holders: firm })).to).toBe('submitted');
  });
});
