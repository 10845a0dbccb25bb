import { DAY, HOUR, MINUTE, SECOND, shanghaiDate, shanghaiMidnight, type Instant } from '../kernel/time';
import type { Diary } from './diary';
import { again } from './people';
import { nextMove, whoseTurn, type Part, type PermitSeen } from './permit-moves';
import { blankPhoto } from './photo';
import type { PlatformClient } from './platform-client';
import type { Random, Range } from './random';
import { wait } from './wait';
import type { Site } from './world';

/** Everyone at one place of work, from who asks to who watches, with the platform between them. */
export interface Desk {
  readonly site: Site;
  readonly clientOf: (username: string) => PlatformClient;
  readonly random: Random;
  readonly diary: Diary;
  readonly signal: AbortSignal;
  readonly now: () => Instant;
  /** How long people take, against what is usual: 1. */
  readonly pace: number;
}

const BEGINS: Range = [SECOND, 12 * SECOND];
/** Signatures follow each other; the first permit of a run goes faster, so that work begins while somebody still looks. */
const FIRST_STEPS: Range = [SECOND / 2, 2 * SECOND];
const STEPS: Range = [5 * SECOND, 40 * SECOND];
const LOOKS_AGAIN: Range = [60 * SECOND, 110 * SECOND];
const BETWEEN_PERMITS: Range = [2 * MINUTE, 10 * MINUTE];
const UNFINISHED = ['submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch'];
const SHORTEST = HOUR;

/** Keeps work at one place in order for days: asks, signs, watches, measures, finishes, stays, closes, and asks again. */
export async function keepPermits(self: Desk): Promise<void> {
  const { site, random, signal, pace } = self;
  const some = (range: Range): number => pace * random.between(range);
  await wait(some(BEGINS), signal);
  let permitId: string | null | undefined; // undefined: not yet looked whether an earlier run left one
  let steps = FIRST_STEPS;
  const visited = new Set<string>();
  await again({ person: { username: site.applicant }, diary: self.diary, signal }, async () => {
    permitId ??= permitId === undefined ? await findOwn(self) : null;
    permitId ??= await apply(self);
    if (permitId === null) return some(BETWEEN_PERMITS);
    const moved = await moveOn(self, permitId, visited);
    if (moved === 'moved') return some(steps);
    steps = STEPS;
    if (moved === 'waits') return some(LOOKS_AGAIN);
    permitId = null;
    visited.clear();
    return some(BETWEEN_PERMITS);
  });
}

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

/** A permit that an earlier run of the simulation left in the middle of its life. */
async function findOwn({ site, clientOf }: Desk): Promise<string | null> {
  const client = clientOf(site.applicant);
  const states = site.until ? [...LEADS_TO[site.until], site.until] : UNFINISHED;
  const { body } = await client.get<Listed>(`/permits?mine=true&limit=50&state=${states.join()}`);
  for (const { id } of body.items ?? []) {
    const permit = (
      await client.get<PermitSeen & { machines: { id: string }[]; fireWatch: { id: string } | null }>(`/permits/${id}`)
    ).body;
    const here = permit.machines.some((machine) => site.machineIds.includes(machine.id));
    if (here && permit.fireWatch?.id === site.fireWatchId) return id;
  }
  return null;
}

async function apply({ site, clientOf, diary, now }: Desk): Promise<string | null> {
  const { regime, level, enterpriseId, place, content, method, gases, welderIds, machineIds, fireWatchId } = site;
  const start = now();
  const end = endOf(site, start);
  if (end - start < SHORTEST) return null; // too near to midnight: tomorrow
  const answers = await answersTo(site, clientOf(site.applicant));
  const answer = await clientOf(site.applicant).post<{ id?: string; code?: string }>('/permits', {
    ...{
      regime,
      level,
      enterpriseId,
      place,
      content,
      method,
      gases,
      welderIds,
      machineIds,
      fireWatchId,
      answers,
      submit: true,
    },
    ...{ plannedStart: new Date(start).toISOString(), plannedEnd: new Date(end).toISOString() },
  });
  if (answer.status < 300 && answer.body.id !== undefined) {
    diary.count('permits');
    return answer.body.id;
  }
  diary.trouble(site.applicant, `permit refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  return null;
}

interface Forms {
  readonly items?: readonly {
    readonly regime: string;
    readonly questions: readonly { readonly code: string; readonly placeKinds: readonly string[] }[];
  }[];
}

/** No to every question that the kinds of the place leave open: the level is asked for by its name. */
async function answersTo({ regime, enterpriseId, place }: Site, client: PlatformClient): Promise<Record<string, 'no'>> {
  const { body } = await client.get<Forms>(`/permits/forms?enterpriseId=${enterpriseId}`);
  const questions = body.items?.find((form) => form.regime === regime)?.questions ?? [];
  const open = questions.filter(({ placeKinds }) => !placeKinds.some((kind) => place.kinds.includes(kind)));
  return Object.fromEntries(open.map(({ code }) => [code, 'no']));
}

/** At building sites a permit holds for its day only. */
function endOf({ hours, regime }: Site, start: Instant): Instant {
  const end = start + hours * HOUR;
  return regime === 'construction' ? Math.min(end, shanghaiMidnight(shanghaiDate(start)) + DAY) : end;
}

/** Lets those whose turn it is do the next thing; `over` when nothing can come any more. */
async function moveOn(self: Desk, permitId: string, visited: Set<string>): Promise<'moved' | 'waits' | 'over'> {
  const { site, clientOf, now } = self;
  let state = (await see(clientOf(site.applicant), permitId)).state;
  if (site.until === state) return 'waits';
  if (site.until && !LEADS_TO[site.until].includes(state)) return 'over'; // somebody took it further: here is another
  const part = whoseTurn(state);
  for (const username of part === null ? [] : peopleOf(site, part)) {
    const permit = await see(clientOf(username), permitId);
    const move = nextMove(permit, site.workMs, now());
    if (move?.command === 'site-visit' && visited.has(username)) continue; // the visit that is still awaited is another's
    if (move?.command === 'site-visit') visited.add(username);
    if (move) return (await command(self, username, permitId, move.command, move.body)) ? 'moved' : 'waits';
    state = permit.state;
  }
  return OVER.includes(state) ? 'over' : 'waits';
}

const LEADS_TO: Readonly<Record<NonNullable<Site['until']>, readonly string[]>> = {
  submitted: ['draft'],
  issued: ['draft', 'submitted', 'approved'],
};

/** Nobody's turn, or ended by time: an expired permit whose work had begun would have been finished above. */
const OVER = ['closed', 'rejected', 'cancelled', 'expired'];

function peopleOf({ applicant, signers, watcher }: Site, part: Part): readonly string[] {
  if (part === 'signer') return signers;
  return [part === 'watcher' ? watcher : applicant];
}

async function see(client: PlatformClient, permitId: string): Promise<PermitSeen> {
  const { status, body } = await client.get<PermitSeen>(`/permits/${permitId}`);
  if (status >= 300) throw new Error(`GET /permits/${permitId}: ${status} ${JSON.stringify(body)}`);
  return body;
}

async function command(
  { clientOf, diary }: Desk,
  username: string,
  permitId: string,
  name: string,
  body: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const client = clientOf(username);
  const photoId = name === 'close' ? await client.uploadPhoto(blankPhoto()) : null;
  const answer = await client.post<{ code?: string }>(`/permits/${permitId}/commands/${name}`, {
    ...body,
    ...(photoId ? { photoId } : {}),
  });
  if (answer.status < 300) {
    diary.count(name === 'watch-tap' ? 'taps' : 'signatures');
    return true;
  }
  diary.trouble(username, `${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return false;
}
