import { LifeCycle } from '../../kernel/life-cycle';

export const HELP_STATES = ['open', 'taken', 'answered', 'granted', 'mended', 'closed'] as const;
export type HelpState = (typeof HELP_STATES)[number];
export const HELP_COMMANDS = ['take', 'answer', 'grant', 'mend', 'close'] as const;
export type HelpCommand = (typeof HELP_COMMANDS)[number];

/** A request for help with a refusal, as the guards see it. */
export interface HelpSnapshot {
  readonly state: HelpState;
  /** The caller serves at the duty desk. */
  readonly byDesk: boolean;
  /** And is the one who asked, or the welder it is about. */
  readonly byAsker: boolean;
  /** Findings that block and that this person may let pass. */
  readonly grantable: number;
  /** Findings that blocked and block no more. */
  readonly gone: number;
}

export type HelpReason = 'help.desk-only' | 'help.own-request' | 'help.nothing-to-grant' | 'help.nothing-mended' | 'help.not-yours'; // prettier-ignore

type Guard = (snapshot: HelpSnapshot) => readonly HelpReason[];

const guard =
  (holds: (snapshot: HelpSnapshot) => boolean, reason: HelpReason): Guard =>
  (snapshot) =>
    holds(snapshot) ? [] : [reason];
const all =
  (...guards: readonly Guard[]): Guard =>
  (snapshot) =>
    guards.flatMap((one) => one(snapshot));

const desk = guard(({ byDesk }) => byDesk, 'help.desk-only');
/** Nobody lets themselves through. */
const another = guard(({ byAsker }) => !byAsker, 'help.own-request');

const UNCLOSED = ['open', 'taken', 'answered', 'granted', 'mended'] as const;

/** 求助: somebody takes it, then answers, lets pass what may pass, or puts the fact right; the asker or the desk closes it. */
export const helpLifeCycle = new LifeCycle<HelpState, HelpCommand, HelpSnapshot, HelpReason>({
  take: { from: ['open', 'taken', 'answered'], to: 'taken', when: desk },
  answer: { from: UNCLOSED, to: 'answered', when: desk },
  grant: {
    from: UNCLOSED,
    to: 'granted',
    when: all(
      desk,
      another,
      guard(({ grantable }) => grantable > 0, 'help.nothing-to-grant'),
    ),
  },
  mend: {
    from: UNCLOSED,
    to: 'mended',
    when: all(
      desk,
      guard(({ gone }) => gone > 0, 'help.nothing-mended'),
    ),
  },
  close: { from: UNCLOSED, to: 'closed', when: guard(({ byDesk, byAsker }) => byDesk || byAsker, 'help.not-yours') },
});
