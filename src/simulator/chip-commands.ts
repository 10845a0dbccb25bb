import { HOUR, type Instant } from '../kernel/time';
import { timeAt } from './chip-state';
import type { Turn } from './chip-turn';
import { agreeOnSecret, configure, installKeys } from './chip-wire';
import { checkToken, type UnlockClaims } from './token-check';

type Command = Readonly<Record<string, unknown>>;

/** No token opens a relay for longer, whatever it says. */
const LONGEST_MS = 8 * HOUR;

/** What a chip does on a message from `down/commands`; one it cannot read is none. */
export function obey(turn: Turn, command: Command): void {
  const id = command['id'];
  if (command['v'] !== 1 || typeof id !== 'string') return;
  switch (command['kind']) {
    case 'unlock':
      return unlock(turn, id, String(command['token']));
    case 'lock':
      return lock(turn, id, command['job']);
    case 'configure':
      return configure(turn, id, command);
    case 'resend':
      return resend(turn, command);
    case 'time':
      return setClock(turn, command['t']);
    case 'keys':
      return installKeys(turn, id, String(command['jws']));
    case 'secret':
      return agreeOnSecret(turn, id, String(command['jws']));
    default:
      return turn.reply(id, { ok: false, error: 'unsupported' });
  }
}

function unlock(turn: Turn, id: string, token: string): void {
  const { chipNo, boot, keys, meters } = turn.state;
  const now = timeAt(turn.state, turn.up);
  const verdict = checkToken(token, {
    chipNo,
    boot,
    keys,
    now,
    usedJobs: turn.state.usedTokens.map(({ jobId }) => jobId),
  });
  if (!verdict.ok) return turn.reply(id, { ok: false, error: verdict.error });
  const { claims } = verdict;
  if (now === null || !meters.some(({ outlet }) => outlet === claims.outlet))
    return turn.reply(id, { ok: false, error: 'unsupported' });
  givePower(turn, claims, now);
  turn.reply(id, { ok: true });
}

/** Used numbers are kept until their tokens have expired anyway. */
function givePower(turn: Turn, { jobId, outlet, expiresAt, until, idleMs }: UnlockClaims, now: Instant): void {
  const { up } = turn;
  const others = turn.state.usedTokens.filter((used) => used.expiresAt > now);
  turn.set({ usedTokens: [...others, { jobId, expiresAt }] });
  turn.hold({ id: jobId, outlet, untilUp: up + Math.min(until - now, LONGEST_MS), idleMs, lastArcUp: up });
  turn.events({ kind: 'unlock-used', job: jobId, outlet }, { kind: 'relay-closed', job: jobId, outlet });
}

/** Another job's lock is fine and changes nothing; one without job opens the relay whatever runs. */
function lock(turn: Turn, id: string, job: unknown): void {
  turn.release(turn.state.jobs.filter((held) => job === undefined || job === null || held.id === job));
  turn.reply(id, { ok: true });
}

function resend(turn: Turn, { boot, fromSeq, toSeq }: Command): void {
  if ([boot, fromSeq, toSeq].every(Number.isSafeInteger))
    turn.effects.push({ kind: 'resend', boot: Number(boot), fromSeq: Number(fromSeq), toSeq: Number(toSeq) });
}

/** Said after each birth; said again it asks whether the chip is alive, and a sample at once is the answer. */
function setClock(turn: Turn, t: unknown): void {
  if (!Number.isSafeInteger(t)) return;
  const asked = turn.state.epoch !== null;
  turn.set({ epoch: Number(t) - turn.up });
  if (asked) turn.samples();
}
