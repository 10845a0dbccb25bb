import type { Permit, PermitState } from '../../../../src/domain/permits/permit';
import { permitLifeCycle, type PermitStep } from '../../../../src/domain/permits/permit-life-cycle';
import type { StepInput } from '../../../../src/domain/permits/steps/inputs';
import type { Step, Trace } from '../../../../src/domain/permits/steps/step';
import { conflict, invalid, type Refusal } from '../../../../src/kernel/refusal';
import { ok, refused, type Result } from '../../../../src/kernel/result';
import { MINUTE } from '../../../../src/kernel/time';
import { inState, people, permit, T0, type PersonName } from '../permit-facts';
import { SUBMISSION } from './nothing-against';
import { GAS, OPEN, STEPS } from './open-steps';
import { answerTo, NOW, stopped, taken } from './take-step';

function takenWhenOpen<S extends PermitStep>(step: S): Step {
  const { asked, who, input } = OPEN[step];
  return taken(step, asked, who, input);
}

describe('a step is decided by one evaluation of the table', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(STEPS)('%s', (step) => {
    const evaluated = jest.spyOn(permitLifeCycle, 'step');
    const { asked, who } = OPEN[step];
    takenWhenOpen(step);
    expect(evaluated).toHaveBeenCalledTimes(1);
    expect(evaluated).toHaveBeenCalledWith(
      expect.objectContaining({ permit: asked, person: people[who], state: asked.state, at: NOW }),
      step,
    );
  });
});

describe('where a step leads', () => {
  it.each<[PermitStep, PermitState, PermitState]>([
    ['submit', 'draft', 'submitted'],
    ['site-visit', 'submitted', 'submitted'],
    ['approve', 'submitted', 'submitted'],
    ['countersign', 'active', 'active'],
    ['return', 'submitted', 'returned'],
    ['reject', 'submitted', 'rejected'],
    ['cancel', 'submitted', 'cancelled'],
    ['issue', 'approved', 'issued'],
    ['occupier-confirmation', 'submitted', 'issued'],
    ['work-leader-opinion', 'issued', 'issued'],
    ['briefing', 'issued', 'issued'],
    ['briefing-received', 'issued', 'issued'],
    ['shift-check', 'issued', 'issued'],
    ['measures', 'issued', 'issued'],
    ['gas-test', 'issued', 'issued'],
    ['fire-watch-on', 'issued', 'issued'],
    ['substitute-watch', 'issued', 'issued'],
    ['watch-tap', 'active', 'active'],
    ['fire-watch-off', 'active', 'suspended'],
    ['start', 'issued', 'active'],
    ['suspend', 'active', 'suspended'],
    ['resume', 'suspended', 'active'],
    ['finish', 'active', 'fire_watch'],
    ['close', 'fire_watch', 'closed'],
    ['amend', 'active', 'active'],
    ['expire', 'active', 'expired'],
    ['hand-over', 'active', 'closed'],
  ])('%s: from %s to %s, told in history, audit and news', (step, from, to) => {
    const decided = takenWhenOpen(step);
    expect(decided).toMatchObject({ name: step, trace: 'step', from, to, after: { state: to } });
    const told = step === 'occupier-confirmation' ? ['permit.changed', 'permit.declared'] : ['permit.changed'];
    expect(decided.news.map(({ type }) => type)).toStrictEqual(told);
  });

  it.each([
    ['one ms before its end', 'active', NOW + 1],
    ['at its end', 'expired', NOW],
    ['one ms after', 'expired', NOW - 1],
  ])('work that is finished %s was %s until then', (_, from, plannedEnd) => {
    expect(taken('finish', inState('active', { plannedEnd }), 'applicant', { note: null }).from).toBe(from);
  });

  it('the clock’s step goes from what is stored, others from what it is by now', () => {
    const over = inState('issued', { plannedEnd: NOW });
    expect(taken('expire', over, 'platform', {})).toMatchObject({ from: 'issued', to: 'expired' });
    expect(stopped('expire', { ...over, plannedEnd: NOW + 1 }, 'platform', {}).refusal.extra).toMatchObject({
      reason: 'permit.end-not-reached',
    });
    expect(stopped('start', over, 'applicant', { signature: null }).refusal.extra).toMatchObject({ state: 'expired' });
  });

  it.each<[string, Partial<StepInput<'gas-test'>>, Trace, string[]]>([
    ['typed on site', {}, 'step', ['permit.changed']],
    ['typed on site, failed', { verdict: { passed: false, failed: [] } }, 'step', ['permit.changed']],
    ['of a device', { source: 'feed' }, 'reading', []],
    ['of a device, failed', { source: 'feed', verdict: { passed: false, failed: [] } }, 'step', ['permit.changed']],
  ])('a gas test %s', (_, change, trace, news) => {
    const decided = taken('gas-test', inState('active'), 'platform', { ...GAS, ...change });
    expect(decided.trace).toBe(trace);
    expect(decided.news.map(({ type }) => type)).toStrictEqual(news);
  });
});

const UNREADABLE = refused(invalid('request.invalid', { errors: [{ path: 'x', code: 'y' }] }));

describe('what is objected first', () => {
  const waits = { id: 'A1', askedBy: people.manager.userId, welderIds: ['W9'], machineIds: [] };
  const amendment = (change: Partial<StepInput<'amend'>>): Result<StepInput<'amend'>, Refusal> =>
    ok({ ...OPEN.amend.input, confirm: false, ...change });
  const nothing = { added: { welderIds: ['W1'], machineIds: [] }, signature: 'unknown' as const };

  it.each<[string, PersonName, Partial<Permit>, Result<StepInput<'amend'>, Refusal>, string]>([
    ['the wrong person', 'welder', {}, UNREADABLE, 'permit.applicant-or-leader-only'],
    ['not open', 'applicant', { state: 'approved', pendingAmendment: waits }, UNREADABLE, 'permit.command-not-open'],
    ['unreadable', 'applicant', {}, UNREADABLE, 'request.invalid'],
    ['meaningless', 'applicant', { pendingAmendment: waits }, amendment(nothing), 'permit.nothing-to-add'],
    ['not ready', 'applicant', { pendingAmendment: waits }, amendment({ signature: 'unknown' }), 'permit.not-ready'],
    ['a file nobody knows', 'applicant', {}, amendment({ signature: 'unknown' }), 'permit.file-unknown'],
  ])('an amendment: %s', (_, who, change, given, code) => {
    const decided = answerTo('amend', inState('active', change), who, given);
    expect(decided.ok ? 'moved' : decided.refusal.code).toBe(code);
  });

  it('an amendment: one that is not ready is said to be so only once its content is read', () => {
    const decided = answerTo('amend', inState('active', { pendingAmendment: waits }), 'safety', UNREADABLE);
    expect(decided).toEqual(UNREADABLE);
  });

  const lost = { submission: { ...SUBMISSION, watcher: 'unknown' as const }, photo: 'unknown' as const };
  it.each<[string, PersonName, Partial<Permit>, Result<StepInput<'submit'>, Refusal>, string]>([
    ['the wrong person', 'manager', { welderIds: [] }, UNREADABLE, 'permit.applicant-only'],
    ['not open', 'manager', { state: 'submitted', welderIds: [] }, UNREADABLE, 'permit.command-not-open'],
    ['unreadable', 'applicant', { welderIds: [] }, UNREADABLE, 'request.invalid'],
    ['not ready', 'applicant', { welderIds: [] }, ok(lost), 'permit.not-ready'],
    ['a file nobody knows', 'applicant', {}, ok(lost), 'permit.file-unknown'],
    ['what hinders at last', 'applicant', {}, ok({ ...lost, photo: null }), 'permit.watcher-unknown'],
  ])('a submission: %s', (_, who, change, given, code) => {
    const decided = answerTo('submit', inState('draft', change), who, given);
    expect(decided.ok ? 'moved' : decided.refusal.code).toBe(code);
  });
});

describe('what a refusal says', () => {
  it('the wrong person: why, and what is open to them', () => {
    expect(stopped('approve', permit(), 'applicant', OPEN.approve.input).refusal).toEqual({
      kind: 'forbidden',
      code: 'permit.own-application',
      extra: { commands: ['cancel'] },
    });
  });

  it('a state without that step: the state, and what is open', () => {
    const { refusal } = stopped('start', inState('fire_watch'), 'applicant', OPEN.start.input);
    const extra = { commands: ['close'], state: 'fire_watch' };
    expect(refusal).toEqual(conflict('permit.command-not-open', { extra, errors: [] }));
    expect(Object.keys(refusal.extra ?? {})).toEqual(['commands', 'state']);
  });

  it('not this person’s turn: why', () => {
    expect(stopped('approve', permit(), 'head', OPEN.approve.input).refusal).toEqual(
      conflict('permit.command-not-open', {
        extra: { commands: ['cancel'], state: 'submitted', reason: 'permit.not-your-turn' },
        errors: [{ path: 'command', code: 'permit.not-your-turn' }],
      }),
    );
  });

  it('a turn that has not come is said before what is still to be done', () => {
    const asked = permit({ regime: 'general', level: 'ordinary' });
    const visit = { ...OPEN['site-visit'].input, metresFromPlace: 101 };
    expect(stopped('site-visit', asked, 'safety', visit).refusal).toEqual(
      conflict('permit.command-not-open', {
        extra: {
          commands: ['approve', 'return', 'reject', 'cancel'],
          state: 'submitted',
          reason: 'permit.no-site-visit',
        },
        errors: [
          { path: 'command', code: 'permit.no-site-visit' },
          { path: 'command', code: 'permit.not-on-site', params: { metres: 101, radius: 100 } },
        ],
      }),
    );
  });

  it('still to be done: all of it, with its numbers', () => {
    const asked = inState('issued', { measures: [{ code: 'a', confirmed: false }], plannedEnd: T0 + MINUTE });
    expect(stopped('start', asked, 'applicant', OPEN.start.input).refusal).toEqual(
      conflict('permit.not-ready', {
        errors: [
          { path: 'start', code: 'permit.watch-off' },
          { path: 'start', code: 'permit.measures-open', params: { open: 1 } },
        ],
        extra: {
          reasons: [{ code: 'permit.watch-off' }, { code: 'permit.measures-open', open: 1 }],
          commands: ['gas-test', 'amend', 'cancel'],
        },
      }),
    );
  });

  it.each([
    ['a photo', { photo: 'unknown', signature: 'unknown' }, 'photoId'],
    ['a drawn signature', { photo: null, signature: 'unknown' }, 'signatureFileId'],
  ] as const)('%s that this person did not upload', (_, files, path) => {
    const errors = [{ path, code: 'permit.file-unknown' }];
    const { refusal } = stopped('close', inState('fire_watch'), 'applicant', { note: null, ...files });
    expect(refusal).toEqual(invalid('permit.file-unknown', { errors }));
  });

  const glows = { ...OPEN.close.input, residualFire: true };
  it('something glows: the watch goes on, help is called, and what is open does not hang on it', () => {
    expect(stopped('close', inState('fire_watch', { contractorId: 'E2' }), 'watcher', glows)).toEqual({
      ok: false,
      refusal: conflict('permit.not-ready', {
        errors: [{ path: 'close', code: 'permit.residual-fire' }],
        extra: {
          reasons: [{ code: 'permit.residual-fire' }],
          commands: ['fire-watch-on', 'watch-tap', 'close'],
        },
      }),
      alarm: {
        type: 'permit.residual-fire',
        to: [
          { kind: 'safety-officers', of: ['E1', 'E2'] },
          { kind: 'users', ids: ['U-applicant'] },
        ],
        data: { place: '测试车间' },
      },
    });
  });

  it.each<[string, PersonName, Partial<Permit>, Partial<StepInput<'close'>>, boolean]>([
    ['together with an unknown photo', 'watcher', {}, { photo: 'unknown' }, true],
    ['before the watch is over', 'watcher', { watchUntil: NOW + 1 }, {}, true],
    ['by a stranger', 'stranger', {}, {}, false],
    ['where nothing is watched', 'watcher', { state: 'active' }, {}, false],
    ['not at all', 'watcher', { watchUntil: NOW + 1 }, { residualFire: false }, false],
    ['left unsaid', 'watcher', { watchUntil: NOW + 1 }, { residualFire: undefined }, false],
  ])('something glows, said %s', (_, who, change, input, alarmed) => {
    const refusal = stopped('close', inState('fire_watch', change), who, { ...glows, ...input });
    expect('alarm' in refusal).toBe(alarmed);
  });
});
