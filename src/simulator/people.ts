import { MINUTE, SECOND, type Instant } from '../kernel/time';
import type { Chip } from './chip';
import type { Diary } from './diary';
import { SignInFailed, type Answer, type PlatformClient } from './platform-client';
import type { Random, Range } from './random';
import type { Rhythm, Work } from './scenarios';
import { wait } from './wait';
import { weldWhile } from './welding';
import type { WeldProfile } from './weld-profile';
import type { Person, WorldChip } from './world';

/** One simulated person at one machine, with a phone that knows nothing but the HTTP API. */
export interface AtWork {
  readonly person: Person;
  readonly client: PlatformClient;
  readonly machine: WorldChip;
  readonly chip: Chip;
  readonly profile: WeldProfile;
  readonly random: Random;
  readonly diary: Diary;
  readonly signal: AbortSignal;
  readonly now: () => Instant;
}

/** How long a person waits for power before they scan again; the platform gives up after ten seconds. */
const POWER_WITHIN_MS = 12 * SECOND;
const AFTER_REFUSAL: Range = [2 * MINUTE, 6 * MINUTE];
const LOOKS_FOR_PERMIT: Range = [10 * SECOND, 40 * SECOND];
const AFTER_TROUBLE_MS = 15 * SECOND;

/** A day of an honest welder: scan, weld, finish, rest, again. */
export async function workHonestly(self: AtWork, work: Work): Promise<void> {
  await wait(self.random.between(work.before), self.signal);
  await again(self, async () => {
    if (self.person.byPermit && !(await hasPermit(self))) return self.random.between(LOOKS_FOR_PERMIT);
    const jobId = await startJob(self, 15);
    if (jobId === null) return self.random.between(AFTER_REFUSAL);
    await weld(self, jobId, self.random.between(work.job));
    if (!self.signal.aborted) await finish(self, jobId);
    return self.random.between(work.pause);
  });
}

/** Someone whom the platform has to turn away: without a certificate, or far from the place the permit is for. */
export async function tryInVain(self: AtWork, rhythm: Rhythm): Promise<void> {
  await wait(self.random.between(rhythm.first), self.signal);
  await again(self, async () => {
    const jobId = await startJob(self, self.person.part === 'astray' ? 5_000 : 15);
    if (jobId !== null) await finish(self, jobId);
    return self.random.between(rhythm.between);
  });
}

/** Repeats a task with the pause it asks for. A fault costs a while; a password that is wrong ends it, before it delays others. */
export async function again(
  self: Pick<AtWork, 'diary' | 'signal'> & { readonly person: { readonly username: string } },
  task: () => Promise<number>,
): Promise<void> {
  while (!self.signal.aborted) {
    try {
      await wait(await task(), self.signal);
    } catch (fault) {
      if (self.signal.aborted) return;
      self.diary.trouble(self.person.username, fault);
      if (fault instanceof SignInFailed && fault.forGood) return;
      await wait(AFTER_TROUBLE_MS, self.signal);
    }
  }
}

/** What the phone shows before anybody scans: the permits in force that name me. */
async function hasPermit({ client }: AtWork): Promise<boolean> {
  const { body } = await client.get<{ items?: readonly unknown[] }>('/permits?mine=true&state=active&limit=1');
  return (body.items ?? []).length > 0;
}

/** Scans the machine, so many metres from where it stands, and waits for power; null when there is none to be had. */
async function startJob(self: AtWork, metresAway: number): Promise<string | null> {
  const place = near(self.machine, metresAway, self.random);
  const answer = await self.client.post<JobAnswer>('/jobs', { machineCode: self.machine.machineCode, ...place });
  if (answer.status !== 201 || answer.body.id === undefined) return noteRefusal(self.diary, answer);
  const jobId = answer.body.id;
  self.diary.count('jobs');
  if (await self.chip.until(() => self.chip.holds(jobId) || self.signal.aborted, POWER_WITHIN_MS)) return jobId;
  self.diary.count('no power');
  return null;
}

interface JobAnswer {
  readonly id?: string;
  readonly code?: string;
  readonly findings?: readonly { readonly code: string; readonly severity: string }[];
}

function noteRefusal(diary: Diary, { status, body }: Answer<JobAnswer>): null {
  const blocking = (body.findings ?? []).filter(({ severity }) => severity === 'block');
  if (blocking.length === 0) diary.refused(body.code ?? `status ${status}`);
  else for (const { code } of blocking) diary.refused(code);
  return null;
}

/** As long as the job has power, and no longer than there is work. */
async function weld(self: AtWork, jobId: string, ms: number): Promise<void> {
  const enough = self.now() + ms;
  await weldWhile(self, () => self.chip.holds(jobId) && self.now() < enough, self.signal);
}

async function finish({ client, diary }: AtWork, jobId: string): Promise<void> {
  const answer = await client.post(`/jobs/${jobId}/finish`);
  if (answer.status < 300) diary.count('finished');
}

const METRES_A_DEGREE = 111_195;

/** What a phone says about where it is: within so many metres of a point, ± 8 m. */
function near({ lat, lng }: WorldChip, metres: number, random: Random): Record<'lat' | 'lng' | 'accuracyM', number> {
  const angle = random.between([0, 2 * Math.PI]);
  const north = (metres * Math.cos(angle)) / METRES_A_DEGREE;
  const east = (metres * Math.sin(angle)) / METRES_A_DEGREE / Math.cos((lat * Math.PI) / 180);
  return { lat: lat + north, lng: lng + east, accuracyM: 8 };
}
