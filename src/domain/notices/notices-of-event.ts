import type { PermitState } from '../permits/permit';
import { AUTHORITY, SEES_TO_SAFETY, type Role } from '../people/roles';
import type { Grade, ViolationKind } from '../violations/violation-kinds';
import type { CertificateKind } from '../certificates/certificate';
import type { NoticeKind } from './notice-kinds';
import type { NoticeParams } from './words';

/** An event as the outbox keeps it; `data` is what the feature that wrote it put there. */
export interface ToldEvent {
  readonly type: string;
  readonly entityId: string;
  readonly regionCode: string;
  readonly enterpriseIds: readonly string[];
  readonly userIds: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** Who hears of it: people by name, and whoever holds a role in an enterprise or over a place. */
export interface Audience {
  readonly userIds: readonly string[];
  readonly atEnterprises?: { readonly ids: readonly string[]; readonly roles: readonly Role[] };
  readonly overPlace?: { readonly regionCode: string; readonly roles: readonly Role[] };
}

export interface Notice {
  readonly kind: NoticeKind;
  readonly params: NoticeParams;
  readonly to: Audience;
}

/** What an event tells to whom; nothing for most. */
export function noticesOfEvent(event: ToldEvent): Notice[] {
  return TOLD[event.type]?.(event) ?? [];
}

type Telling = (event: ToldEvent) => Notice[];

const permitNumber = ({ data }: ToldEvent): NoticeParams => ({ number: textIn(data, 'number') });
const named = ({ userIds }: ToldEvent): Audience => ({ userIds });

/** Commands after which it is somebody else's turn, or somebody has to know. */
const STEPS: ReadonlySet<string> = new Set([
  'submit',
  'approve',
  'return',
  'reject',
  'issue',
  'suspend',
  'resume',
  'cancel',
]);

function permitChanged(event: ToldEvent): Notice[] {
  const command = textIn(event.data, 'command') ?? '';
  if (command === 'finish') return [{ kind: 'watch-begun', params: permitNumber(event), to: named(event) }];
  if (!STEPS.has(command)) return [];
  const permitState = textIn(event.data, 'state') as PermitState | undefined;
  return [{ kind: 'permit-step', params: { ...permitNumber(event), permitState }, to: named(event) }];
}

const ofPermit =
  (kind: NoticeKind): Telling =>
  (event) => [{ kind, params: permitNumber(event), to: named(event) }];

/** The grid worker hears of each small job; some wait for a look on the spot. */
function permitDeclared(event: ToldEvent): Notice[] {
  const permitState: PermitState = event.data['waits'] === true ? 'submitted' : 'issued';
  return [{ kind: 'permit-step', params: { ...permitNumber(event), permitState }, to: named(event) }];
}

const caseParams = ({ data }: ToldEvent): NoticeParams => ({
  violation: textIn(data, 'kind') as ViolationKind | undefined,
  grade: textIn(data, 'grade') as Grade | undefined,
});

const atEnterprises = ({ enterpriseIds }: ToldEvent): Audience['atEnterprises'] => ({
  ids: enterpriseIds,
  roles: SEES_TO_SAFETY,
});

/** A suspicion that a detector may take back is not told to the enterprise. */
function violationRaised(event: ToldEvent): Notice[] {
  const grave = Number(event.data['severity']) >= 3;
  const overPlace = { regionCode: event.regionCode, roles: AUTHORITY };
  const suspicion = event.data['certainty'] === 'provisional';
  return [
    {
      kind: 'violation-raised',
      params: caseParams(event),
      to: {
        userIds: event.userIds,
        ...(suspicion ? {} : { atEnterprises: atEnterprises(event) }),
        ...(grave ? { overPlace } : {}),
      },
    },
  ];
}

/** Whoever got the case: one person, or those who answer for the enterprise. */
function violationChanged(event: ToldEvent): Notice[] {
  if (event.data['command'] !== 'assign') return [];
  const to = event.userIds.length > 0 ? named(event) : { userIds: [], atEnterprises: atEnterprises(event) };
  return [{ kind: 'violation-assigned', params: caseParams(event), to }];
}

const violationOverdue: Telling = (event) => [
  {
    kind: 'violation-escalated',
    params: caseParams(event),
    to: {
      userIds: event.userIds,
      atEnterprises: atEnterprises(event),
      overPlace: { regionCode: event.regionCode, roles: [...AUTHORITY, 'grid-worker'] },
    },
  },
];

const certificateEnding: Telling = (event) => [
  {
    kind: 'certificate-ends',
    params: {
      certificate: textIn(event.data, 'kind') as CertificateKind | undefined,
      day: textIn(event.data, 'validTo'),
      days: Number(event.data['days']),
    },
    to: { userIds: event.userIds, atEnterprises: { ids: event.enterpriseIds, roles: ['safety-officer'] } },
  },
];

/** The welder, and whoever sees to the safety of their employer. An appeal is a task of officials, no notice. */
const SUSPENSION_TOLD: Readonly<Record<string, NoticeKind | undefined>> = {
  suspended: 'welder-suspended',
  'appeal-rejected': 'appeal-rejected',
  lifted: 'welder-restored',
  ended: 'welder-restored',
};

function suspensionChanged(event: ToldEvent): Notice[] {
  const kind = SUSPENSION_TOLD[textIn(event.data, 'told') ?? ''];
  const to = { userIds: event.userIds, atEnterprises: atEnterprises(event) };
  return kind === undefined ? [] : [{ kind, params: { day: textIn(event.data, 'untilOn') }, to }];
}

/** 离岗: the welder and their employer; nobody is refused for it. */
const recencyOver: Telling = (event) => [
  {
    kind: 'recency-ends',
    params: { days: Number(event.data['days']) },
    to: { userIds: event.userIds, atEnterprises: atEnterprises(event) },
  },
];

const TOLD: Readonly<Record<string, Telling | undefined>> = {
  'permit.changed': permitChanged,
  'permit.declared': permitDeclared,
  'permit.approval-overdue': ofPermit('permit-overdue'),
  'permit.countersign-overdue': ofPermit('permit-overdue'),
  'permit.watch-tap-missed': ofPermit('watch-missed'),
  'violation.raised': violationRaised,
  'violation.changed': violationChanged,
  'violation.overdue': violationOverdue,
  'welder.suspension': suspensionChanged,
  'welder.recency-over': recencyOver,
  'certificate.ending': certificateEnding,
};

function textIn(data: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = data[name];
  return typeof value === 'string' ? value : undefined;
}
