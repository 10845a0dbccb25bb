import { MINUTE, type Instant } from '../kernel/time';
import type { Diary } from './diary';
import { again } from './people';
import type { PlatformClient } from './platform-client';
import type { Random, Range } from './random';
import { wait } from './wait';
import type { Officials } from './world';

export interface Loop {
  readonly officials: Officials;
  readonly clientOf: (username: string) => PlatformClient;
  readonly random: Random;
  readonly diary: Diary;
  readonly signal: AbortSignal;
  readonly now: () => Instant;
  /** How long people take, against what is usual: 1. */
  readonly pace: number;
}

const ROUND: Range = [4 * MINUTE, 8 * MINUTE];
/** What is younger is left for whoever looks at the list. */
const LEFT_ALONE_MS = 20 * MINUTE;

/** A violation as a list shows it, as far as it is looked at here. */
export interface Listed {
  readonly id: string;
  readonly source: string;
  readonly enterpriseId: string | null;
  readonly foundAt: string;
  readonly majorHazard: boolean;
}

type By = 'supervisor' | 'rectifier' | 'reviewer';
interface Step {
  readonly state: string;
  readonly command: string;
  readonly note: string;
  readonly by: By;
}

/** 闭环, the last step first: so one finding takes one step a round. */
const STEPS: readonly Step[] = [
  { state: 'review', command: 'close', note: '整改到位，予以销号', by: 'supervisor' },
  { state: 'rectifying', command: 'review', note: '已到现场查看', by: 'reviewer' },
  { state: 'assigned', command: 'rectify', note: '已停用，接线已恢复', by: 'rectifier' },
  { state: 'open', command: 'assign', note: '请核实并在期限内整改', by: 'supervisor' },
];

/** Officials and enterprises who take what detectors found through its loop, so that a list of days does not only grow. */
export async function closeLoops(self: Loop): Promise<void> {
  const { officials, random, signal, pace } = self;
  await wait(pace * random.between(ROUND), signal);
  await again({ person: { username: officials.supervisor }, diary: self.diary, signal }, async () => {
    for (const step of STEPS) await takeStep(self, step);
    return pace * random.between(ROUND);
  });
}

async function takeStep(self: Loop, step: Step): Promise<void> {
  const { officials, clientOf, diary, now } = self;
  const { body } = await clientOf(officials.supervisor).get<{ items?: Listed[] }>(
    `/violations?state=${step.state}&limit=100`,
  );
  const next = nextInLine(body.items ?? [], now());
  const username = next && whoActs(officials, step.by, next);
  if (!next || !username) return;
  if (step.command === 'close' && next.majorHazard) await follow(clientOf(username), next.id);
  const answer = await clientOf(username).post(`/violations/${next.id}/commands/${step.command}`, { note: step.note });
  if (answer.status < 300) diary.count('loop steps');
  else diary.trouble(username, `${step.command}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** 挂牌督办: without both a major hazard is not signed off. What was done before is refused, and stays. */
async function follow(client: PlatformClient, id: string): Promise<void> {
  for (const command of ['list', 'supervise'])
    await client.post(`/violations/${id}/commands/${command}`, { note: '区安委会办公室挂牌督办，限期整改' });
}

/** The oldest that a detector found; what an inspector recorded stays where it is, for whoever looks at the demo. */
export const nextInLine = (listed: readonly Listed[], at: Instant): Listed | undefined =>
  listed.findLast(({ source, foundAt }) => source === 'detector' && at - Date.parse(foundAt) >= LEFT_ALONE_MS);

function whoActs(
  { supervisor, reviewer, rectifiers }: Officials,
  by: By,
  { enterpriseId }: Listed,
): string | undefined {
  if (by === 'rectifier') return enterpriseId === null ? undefined : rectifiers[enterpriseId];
  return by === 'supervisor' ? supervisor : reviewer;
}
