/** How one message travels. */
export const CHANNELS = ['inbox', 'mail', 'sms', 'wechat'] as const;
export type Channel = (typeof CHANNELS)[number];

interface Traits {
  /** Nobody may switch it off in the inbox: somebody else relies on its being read. */
  readonly mandatory?: true;
  /** Passes hours of quiet and the daily summary: waiting would make it worthless. */
  readonly urgent?: true;
}

/** What people are told (通知). To add one: its traits here, its sentence, its name, and who hears of it (`notices-of-event.ts` or a due view). */
const TRAITS = {
  'permit-step': {},
  'permit-overdue': { mandatory: true, urgent: true },
  'gas-test-due': { mandatory: true, urgent: true },
  'watch-begun': { mandatory: true, urgent: true },
  'watch-missed': { mandatory: true, urgent: true },
  'violation-raised': {},
  'violation-assigned': { mandatory: true },
  'violation-due': { mandatory: true },
  'violation-escalated': { mandatory: true },
  'inspection-visit': { mandatory: true },
  'certificate-ends': { mandatory: true },
  'training-due': {},
  'check-due': { mandatory: true },
  handover: {},
  'welder-suspended': { mandatory: true, urgent: true },
  'welder-restored': { mandatory: true },
  'appeal-rejected': { mandatory: true },
  'recency-ends': { mandatory: true },
} as const satisfies Readonly<Record<string, Traits>>;

export type NoticeKind = keyof typeof TRAITS;
export const NOTICE_KINDS = Object.keys(TRAITS) as readonly NoticeKind[];

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(TRAITS, kind);

export const isMandatory = (kind: NoticeKind): boolean => 'mandatory' in TRAITS[kind];
export const isUrgent = (kind: NoticeKind): boolean => 'urgent' in TRAITS[kind];
