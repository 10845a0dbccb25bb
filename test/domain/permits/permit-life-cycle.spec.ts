import { PERMIT_STATES, type Permit, type PermitState } from '../../../src/domain/permits/permit';
import { permitDiagram, permitEdges, TERMINAL } from '../../../src/domain/permits/permit-diagram';
import {
  PERMIT_COMMANDS,
  PERMIT_OCCURRENCES,
  permitLifeCycle,
  type PermitStep,
} from '../../../src/domain/permits/permit-life-cycle';
import { MINUTE } from '../../../src/kernel/time';
import { inState, NAMES, people, snapshot, T0, type PersonName } from './permit-facts';

const STEPS: PermitStep[] = [...PERMIT_COMMANDS, ...PERMIT_OCCURRENCES];

describe('the table of a permit’s life', () => {
  it('names every command and occurrence, and nothing else', () => {
    expect([...permitLifeCycle.commands].sort()).toEqual([...STEPS].sort());
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<PermitState>(['draft']);
    for (let grew = true; grew;) {
      const before = reached.size;
      for (const { from, to } of permitEdges()) if (reached.has(from)) reached.add(to);
      grew = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...PERMIT_STATES].sort());
  });

  it('leads out of every state but the last ones', () => {
    expect([...TERMINAL].sort()).toEqual(['cancelled', 'closed', 'rejected']);
  });

  it('branches exactly where the diagram says, whoever steps and whatever comes along', () => {
    const drawn = new Set(permitEdges().map(({ from, step, to }) => `${from} ${step} ${to}`));
    const seen = new Set<string>();
    for (const from of PERMIT_STATES)
      for (const step of STEPS)
        for (const name of NAMES)
          for (const change of VARIANTS) {
            const asked = { ...snapshot(inState(from, change.permit), people[name], change), state: from };
            const { from: sources, to } = permitLifeCycle.table[step];
            if (!sources.includes(from)) continue;
            seen.add(`${from} ${step} ${typeof to === 'string' ? to : to(asked)}`);
          }
    expect([...seen].sort()).toEqual([...drawn].sort());
  });

  it('is drawn with every state and every step', () => {
    const diagram = permitDiagram();
    expect(diagram.startsWith('stateDiagram-v2\n  [*] --> draft')).toBe(true);
    for (const word of [...PERMIT_STATES, ...STEPS]) expect(diagram).toContain(word);
    expect(diagram).toContain('closed --> [*]');
    expect(diagram).not.toContain('expired --> [*]');
  });
});

/** Enough to see each branch once. */
const VARIANTS: { permit?: Partial<Permit>; input?: { gasPassed: boolean } }[] = [
  {},
  { permit: { signatures: [] } },
  { permit: { signatures: [signedBySafety()] } },
  { permit: { takesOver: true } },
  { permit: { regime: 'small', level: 'one' } },
  { permit: { regime: 'small', level: 'raised' } },
  { input: { gasPassed: false } },
];
function signedBySafety(): Permit['signatures'][number] {
  return {
    round: 1,
    step: 0,
    role: 'safety-officer',
    userId: people.safety.userId,
    onBehalfOf: null,
    covers: [0],
    signedAt: T0,
  };
}

/** Everything is ready in these, so that only the person decides. */
const READY: Partial<Record<PermitState, Permit>> = {
  draft: inState('draft'),
  returned: inState('returned'),
  submitted: inState('submitted'),
  approved: inState('approved'),
  issued: inState('issued', { watchOnAt: T0 - MINUTE, tappedAt: T0 - MINUTE }),
  active: inState('active'),
  suspended: inState('suspended'),
  fire_watch: inState('fire_watch'),
  expired: inState('expired', { startedAt: T0 - MINUTE }),
};

describe('who may do what, once all is ready', () => {
  const ON_SITE: PersonName[] = ['applicant', 'safety', 'safety2', 'watcher', 'platform'];
  const LEADERS: PersonName[] = ['applicant', 'manager', 'safety', 'safety2', 'head', 'regulator', 'admin', 'platform'];
  const CONCERNED: PersonName[] = [...LEADERS, 'watcher', 'welder', 'regulatorElsewhere'];
  it.each<[PermitState, PermitStep, PersonName[]]>([
    ['draft', 'submit', ['applicant', 'platform']],
    ['draft', 'take-in', []],
    ['returned', 'submit', ['applicant', 'platform']],
    ['submitted', 'approve', ['safety', 'safety2']],
    ['submitted', 'return', ['safety', 'safety2']],
    ['submitted', 'reject', ['safety', 'safety2']],
    ['approved', 'return', ['safety', 'safety2', 'head', 'platform']],
    ['approved', 'reject', ['safety', 'safety2', 'head', 'platform']],
    ['approved', 'issue', ['safety', 'safety2', 'head', 'platform']],
    ['issued', 'fire-watch-on', ['watcher', 'platform']],
    ['issued', 'measures', ['safety', 'safety2', 'watcher', 'platform']],
    ['issued', 'gas-test', ON_SITE],
    ['issued', 'start', ['applicant', 'watcher', 'platform']],
    ['issued', 'substitute-watch', ['safety', 'safety2', 'watcher2', 'platform']],
    ['active', 'fire-watch-off', ['watcher', 'platform']],
    ['active', 'watch-tap', ['watcher', 'platform']],
    ['active', 'suspend', CONCERNED],
    ['active', 'finish', ON_SITE],
    ['active', 'amend', ['applicant', 'manager', 'safety', 'safety2', 'head', 'platform']],
    ['suspended', 'resume', ['applicant', 'manager', 'safety', 'safety2', 'head', 'watcher', 'platform']],
    ['suspended', 'finish', ON_SITE],
    ['fire_watch', 'close', ON_SITE],
    ['expired', 'finish', ON_SITE],
    ['draft', 'cancel', LEADERS],
    ['submitted', 'cancel', LEADERS],
    ['issued', 'cancel', LEADERS],
  ])('%s: %s by %j and nobody else', (state, step, may) => {
    const asked = READY[state]!;
    const allowed = NAMES.filter(
      (name) => permitLifeCycle.step({ ...snapshot(asked, people[name]), state }, step).outcome === 'moved',
    );
    expect(allowed.sort()).toEqual([...may].sort());
  });

  it('the authority’s stop is lifted by the authority alone', () => {
    const stopped = inState('suspended', { stoppedByAuthority: true });
    const allowed = NAMES.filter(
      (name) => permitLifeCycle.step(snapshot(stopped, people[name]), 'resume').outcome === 'moved',
    );
    expect(allowed.sort()).toEqual(['admin', 'platform', 'regulator']);
  });
});

describe('commands out of turn', () => {
  const OPEN: Readonly<Record<PermitState, readonly PermitStep[]>> = {
    draft: ['submit', 'take-in', 'cancel'],
    returned: ['submit', 'cancel'],
    submitted: ['work-leader-opinion', 'site-visit', 'approve', 'return', 'reject', 'occupier-confirmation', 'cancel', 'expire'],
    approved: ['work-leader-opinion', 'return', 'reject', 'issue', 'cancel', 'expire'],
    issued: ['work-leader-opinion', 'briefing', 'briefing-received', 'shift-check', 'fire-watch-on', 'measures', 'gas-test', 'start', 'substitute-watch', 'fire-watch-off', 'amend', 'countersign', 'cancel', 'expire'],
    active: ['work-leader-opinion', 'briefing', 'briefing-received', 'shift-check', 'fire-watch-on', 'measures', 'gas-test', 'watch-tap', 'substitute-watch', 'fire-watch-off', 'suspend', 'amend', 'countersign', 'finish', 'hand-over', 'expire'],
    suspended: ['work-leader-opinion', 'briefing', 'briefing-received', 'shift-check', 'fire-watch-on', 'measures', 'gas-test', 'watch-tap', 'substitute-watch', 'fire-watch-off', 'suspend', 'resume', 'amend', 'countersign', 'finish', 'expire'],
    fire_watch: ['fire-watch-on', 'watch-tap', 'substitute-watch', 'countersign', 'close'],
    closed: ['countersign'],
    rejected: [],
    cancelled: [],
    expired: ['countersign', 'finish', 'hand-over'],
  }; // prettier-ignore
  const rows = PERMIT_STATES.flatMap((state) => STEPS.map((step) => [state, step] as const));
  it.each(rows)('%s: %s', (state, step) => {
    expect(permitLifeCycle.named(state).includes(step)).toBe(OPEN[state].includes(step));
  });
});

describe('what a step waits for', () => {
  const reasonsOf = (asked: Permit, name: PersonName, step: PermitStep, change = {}): string[] => {
    const outcome = permitLifeCycle.step(snapshot(asked, people[name], change), step);
    return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code) : [outcome.outcome];
  };

  it.each<[string, Partial<Permit>, string[]]>([
    ['all there', {}, ['moved']],
    ['no welder', { welderIds: [] }, ['permit.welders-missing']],
    ['no watcher', { fireWatchId: null }, ['permit.watcher-missing']],
    ['no enterprise', { enterpriseId: null }, ['permit.enterprise-missing']],
    ['one millisecond left', { plannedEnd: T0 + 1 }, ['moved']],
    ['over', { plannedEnd: T0 }, ['permit.end-past']],
    ['urgent', { urgent: true }, ['moved']],
    [
      'urgent where that is not allowed',
      { urgent: true, regime: 'chemical', level: 'special', proposedLevel: 'special' },
      ['permit.urgent-not-allowed'],
    ],
    [
      'a small job without phone',
      { regime: 'small', level: 'one', fireWatchId: null, enterpriseId: null },
      ['permit.occupier-phone-missing'],
    ],
    [
      'a small job with one',
      { regime: 'small', level: 'one', fireWatchId: null, enterpriseId: null, occupierPhoneGiven: true },
      ['moved'],
    ],
  ])('submit, %s', (_, change, expected) => {
    expect(reasonsOf(inState('draft', change), 'applicant', 'submit')).toEqual(expected);
  });

  it.each<[string, Partial<Permit>, string[]]>([
    ['all there', {}, ['moved']],
    ['nobody watches', { watchOnAt: null }, ['permit.watch-off']],
    [
      'a measure open',
      {
        measures: [
          { code: 'a', confirmed: false },
          { code: 'b', confirmed: true },
        ],
      },
      ['permit.measures-open'],
    ],
    [
      'a failed test, though none is asked',
      { lastGasTest: { sampledAt: T0, passed: false } },
      ['permit.gas-test-failed'],
    ],
    ['an old test that nobody asked for', { lastGasTest: { sampledAt: T0 - 900 * MINUTE, passed: true } }, ['moved']],
    [
      'both watcher and measures',
      { watchOnAt: null, measures: [{ code: 'a', confirmed: false }] },
      ['permit.watch-off', 'permit.measures-open'],
    ],
    ['ten minutes early', { plannedStart: T0 + 10 * MINUTE }, ['moved']],
    ['one millisecond earlier', { plannedStart: T0 + 10 * MINUTE + 1 }, ['permit.start-too-early']],
  ])('start, %s', (_, change, expected) => {
    expect(reasonsOf(inState('issued', { watchOnAt: T0 - MINUTE, ...change }), 'watcher', 'start')).toEqual(expected);
  });

  const papers = (['briefing', 'briefing-received', 'shift-check'] as const).map((kind) => ({ kind, round: 1, userId: 'U', at: T0 })); // prettier-ignore
  const chemical = { regime: 'chemical', level: 'first', records: papers } as const;
  it.each<[string, Partial<Permit>, string[]]>([
    ['no test', {}, ['permit.gas-test-missing']],
    ['30 min ago', { lastGasTest: { sampledAt: T0 - 30 * MINUTE, passed: true } }, ['moved']],
    ['one ms more', { lastGasTest: { sampledAt: T0 - 30 * MINUTE - 1, passed: true } }, ['permit.gas-test-stale']],
    [
      'failed and old',
      { lastGasTest: { sampledAt: T0 - 31 * MINUTE, passed: false } },
      ['permit.gas-test-failed', 'permit.gas-test-stale'],
    ],
  ])('start of chemical work, %s', (_, change, expected) => {
    const asked = inState('issued', { ...chemical, watchOnAt: T0 - MINUTE, ...change });
    expect(reasonsOf(asked, 'watcher', 'start')).toEqual(expected);
  });

  it.each([
    ['one millisecond before the end of the watch', T0 - 1, ['permit.watch-running']],
    ['at its end', T0, ['moved']],
    ['one millisecond after', T0 + 1, ['moved']],
  ])('close, %s', (_, at, expected) => {
    expect(reasonsOf(inState('fire_watch'), 'watcher', 'close', { at })).toEqual(expected);
  });

  it('close: something still burns, nobody watched, a photo is asked for', () => {
    expect(reasonsOf(inState('fire_watch'), 'watcher', 'close', { input: { residualFire: true } })).toEqual([
      'permit.residual-fire',
    ]);
    expect(reasonsOf(inState('fire_watch', { watchOnAt: null }), 'watcher', 'close')).toEqual(['permit.watch-off']);
    const special = inState('fire_watch', { regime: 'chemical', level: 'special' });
    expect(reasonsOf(special, 'watcher', 'close', { input: { photoGiven: false } })).toEqual([
      'permit.close-photo-missing',
    ]);
    expect(reasonsOf(special, 'watcher', 'close', { input: { photoGiven: true } })).toEqual(['moved']);
  });

  it('a small job’s welder starts, finishes and closes it once the occupier has confirmed', () => {
    const small = { regime: 'small', level: 'one', enterpriseId: null, fireWatchId: null, applicantId: 'U-x', watchOnAt: null, occupierConfirmedAt: T0 } as const; // prettier-ignore
    expect(reasonsOf(inState('issued', small), 'welder', 'start')).toEqual(['moved']);
    expect(reasonsOf(inState('active', small), 'welder', 'finish')).toEqual(['moved']);
    expect(reasonsOf(inState('fire_watch', small), 'welder', 'close')).toEqual(['moved']);
    const unknown = { ...small, occupierConfirmedAt: null };
    expect(reasonsOf(inState('issued', unknown), 'welder', 'start')).toEqual(['permit.watch-off']);
    expect(reasonsOf(inState('fire_watch', unknown), 'welder', 'close')).toEqual(['permit.watch-off']);
    // elsewhere a welder is no watcher
    expect(reasonsOf(inState('active'), 'welder', 'finish')).toEqual(['permit.on-site-only']);
  });

  it('the occupier confirms what waits for an occupier', () => {
    const small = permitOfShop();
    expect(reasonsOf(small, 'occupier', 'occupier-confirmation')).toEqual(['moved']);
    expect(reasonsOf(small, 'applicant', 'occupier-confirmation')).toEqual(['permit.occupier-only']);
    expect(reasonsOf(inState('submitted'), 'occupier', 'occupier-confirmation')).toEqual(['permit.no-occupier-asked']);
  });

  it.each([
    ['at the place', 0, ['moved']],
    ['on the edge', 100, ['moved']],
    ['outside', 100.01, ['permit.not-on-site']],
    ['without a position', undefined, ['moved']],
  ])('signing on %s', (_, metresFromPlace, expected) => {
    const watcher = { watchesNumber: null, weldsHere: false, trainingEndsAt: null };
    const input = { metresFromPlace, watcher };
    expect(reasonsOf(inState('issued'), 'watcher', 'fire-watch-on', { input })).toEqual(expected);
    expect(reasonsOf(inState('issued'), 'watcher2', 'substitute-watch', { input })).toEqual(expected);
  });

  it('nobody takes over from themselves, but comes back after having left', () => {
    expect(
      reasonsOf(inState('active', { fireWatchId: people.watcher2.userId }), 'watcher2', 'substitute-watch'),
    ).toEqual(['permit.watch-on-already']);
    const left = inState('suspended', { fireWatchId: people.watcher2.userId, watchOnAt: null });
    expect(reasonsOf(left, 'watcher2', 'substitute-watch')).toEqual(['moved']);
    expect(reasonsOf(left, 'watcher2', 'watch-tap')).toEqual(['permit.watch-off']);
  });

  it('what expired without a beginning has nothing to finish', () => {
    expect(reasonsOf(inState('expired', { startedAt: null }), 'watcher', 'finish')).toEqual(['permit.never-started']);
  });

  it('the clock ends a permit at its end, not a millisecond before; an extension takes over', () => {
    const end = inState('active').plannedEnd;
    const step = (asked: Permit, at: number, name: PermitStep) =>
      permitLifeCycle.step({ ...snapshot(asked, people.platform, { at }), state: asked.state }, name).outcome;
    expect([end - 1, end, end + 1].map((at) => step(inState('active'), at, 'expire'))).toEqual([
      'refused',
      'moved',
      'moved',
    ]);
    expect(step(inState('active'), T0, 'hand-over')).toBe('refused');
    expect(step(inState('active', { extended: true }), T0, 'hand-over')).toBe('moved');
    expect(reasonsOf(inState('active', { extended: true }), 'head', 'hand-over')).toEqual(['permit.platform-only']);
  });

  it('a failed gas test suspends what is active, and only that', () => {
    const to = (state: PermitState, gasPassed: boolean): unknown => {
      const outcome = permitLifeCycle.step(
        snapshot(inState(state), people.watcher, { input: { gasPassed } }),
        'gas-test',
      );
      return outcome.outcome === 'moved' ? outcome.to : outcome.outcome;
    };
    expect(['issued', 'active', 'suspended'].map((state) => to(state as PermitState, false))).toEqual([
      'issued',
      'suspended',
      'suspended',
    ]);
    expect(['issued', 'active', 'suspended'].map((state) => to(state as PermitState, true))).toEqual([
      'issued',
      'active',
      'suspended',
    ]);
  });
});

const permitOfShop = (): Permit =>
  inState('submitted', {
    regime: 'small',
    level: 'one',
    enterpriseId: null,
    fireWatchId: null,
    occupierPhoneGiven: true,
  });

describe('amendments', () => {
  const pending = { id: 'A1', askedBy: people.applicant.userId, welderIds: ['W2'], machineIds: [] };
  const answer = (asked: Permit, name: PersonName, confirm?: boolean): string => {
    const outcome = permitLifeCycle.step(snapshot(asked, people[name], { input: { confirm } }), 'amend');
    return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code).join() : outcome.outcome;
  };
  it.each<[string, Partial<Permit>, PersonName, boolean | undefined, string]>([
    ['the applicant asks', {}, 'applicant', false, 'moved'],
    ['a leader asks', {}, 'manager', false, 'moved'],
    ['a welder asks', {}, 'welder', false, 'permit.applicant-or-leader-only'],
    ['asks while one waits', { pendingAmendment: pending }, 'manager', false, 'permit.amendment-waits'],
    ['confirms nothing', {}, 'safety', true, 'permit.no-amendment'],
    ['an approver confirms', { pendingAmendment: pending }, 'safety', true, 'moved'],
    ['somebody outside the chain confirms', { pendingAmendment: pending }, 'manager', true, 'permit.not-approver'],
    [
      'whoever asked confirms',
      { pendingAmendment: { ...pending, askedBy: people.safety.userId } },
      'safety',
      true,
      'permit.own-amendment',
    ],
    [
      'the applicant confirms another’s',
      { pendingAmendment: { ...pending, askedBy: people.manager.userId } },
      'applicant',
      true,
      'permit.own-application',
    ],
    ['shown: ask', {}, 'manager', undefined, 'moved'],
    ['shown: confirm', { pendingAmendment: pending }, 'head', undefined, 'moved'],
    [
      'shown to whoever asked',
      { pendingAmendment: { ...pending, askedBy: people.safety.userId } },
      'safety',
      undefined,
      'permit.own-amendment',
    ],
    ['a small job’s welder', { regime: 'small', level: 'one' }, 'welder', false, 'moved'],
    ['a small job’s stranger', { regime: 'small', level: 'one' }, 'stranger', false, 'permit.applicant-or-leader-only'],
  ])('%s', (_, change, name, confirm, expected) => {
    expect(answer(inState('active', change), name, confirm)).toBe(expected);
  });

  it.each([
    ['the applicant', people.safety.userId, { applicantId: people.safety.userId }],
    ['whoever asked', people.safety.userId, { pendingAmendment: { ...pending, askedBy: people.safety.userId } }],
  ])('nobody confirms in the name of %s', (_, userId, change) => {
    const deputy = {
      ...people.watcher2,
      standsInFor: [{ userId, roles: ['safety-officer'], enterpriseId: 'E1', regionCode: null }],
    };
    const asked = inState('active', { pendingAmendment: pending, ...change });
    const outcome = permitLifeCycle.step(snapshot(asked, deputy, { input: { confirm: true } }), 'amend');
    expect(outcome).toMatchObject({ outcome: 'refused', reasons: [{ code: 'permit.not-approver' }] });
  });
});
