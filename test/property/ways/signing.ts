import { before, chemical, large, onPermit, row, set, type Way } from './way';

/** Who signs what, where, and who is named afterwards: D8, D9, D12. */
export const SIGNING: readonly Way[] = [
  row('D19 form', 'without work plan, video and briefing', chemical, set({ form: 'bare' }), 5),
  row(
    'D9 chain',
    'the head signs before the safety officer',
    // the form of a chemical plant has an order of its own, on which the law is silent
    (c) => large(c) && c.regime !== 'chemical',
    set({ signers: 'reversed' }),
  ),
  row('D8 desk', 'signed at the desk', chemical, set({ signFrom: 'none' }), 3),
  row('D8 desk', 'signed 1 km away', chemical, set({ signFrom: 'far' }), 3),
  row(
    'D8 desk',
    'building site not visited',
    (c) => onPermit(c) && c.regime === 'construction',
    set({ visit: false, signFrom: 'none' }),
  ),
  row('D8 urgent', 'urgent at a chemical plant', chemical, set({ urgent: true }), 4),
  row('D9 chain', 'the last seat unsigned', large, set({ signers: 'without-last' })),
  row(
    'D9 chain',
    'the applicant signs for himself',
    large,
    set({ signers: 'applicant', applicant: 'safety', issuer: 'last' }),
  ),
  row('D9 chain', "another firm's people sign", large, set({ signers: 'strangers' })),
  row('D9 chain', 'filled in by the welder', large, set({ applicant: 'welder' })),
  row('D9 chain', 'issued by the manager', large, set({ issuer: 'manager' })),
  row('D9 chain', 'never issued', large, set({ issuer: 'nobody' })),
  row(
    'D12 unanswered',
    'one question left open',
    large,
    (c) => ({
      ...c,
      unanswered: [
        { general: 'public-present', construction: 'no-fire-area', chemical: 'hazardous-place', small: '' }[c.regime],
      ],
    }),
    2,
  ),
  row('D12 unanswered', 'no question answered', large, set({ unanswered: ['*'] })),
  row(
    'named',
    'another welder of the firm',
    (c) => onPermit(c) && c.way === 'job',
    set({ welderAsks: 'unnamed', asker: 'welder', photo: false }),
  ),
  row(
    'named',
    'added, not confirmed',
    (c) => large(c) && c.way === 'job',
    (c) => before({ kind: 'amend', by: 'applicant' })({ ...c, welderAsks: 'unnamed', asker: 'welder' }),
  ),
  row(
    'named',
    'added and confirmed by the same',
    (c) => large(c) && c.way === 'job',
    (c) =>
      before(
        { kind: 'amend', by: 'applicant' },
        { kind: 'confirm-amendment', by: 'applicant' },
      )({ ...c, welderAsks: 'unnamed', asker: 'welder' }),
  ),
  row(
    'named',
    'added and countersigned',
    (c) => large(c) && c.way === 'job' && c.applicant === 'applicant',
    (c) =>
      before(
        { kind: 'amend', by: 'applicant' },
        { kind: 'confirm-amendment', by: 'last-approver' },
      )({ ...c, welderAsks: 'unnamed', asker: 'welder' }),
  ),
  row('named', 'another machine', onPermit, set({ machinesListed: 'another' })),
];
