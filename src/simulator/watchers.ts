import { MINUTE, SECOND } from '../kernel/time';
import { again, type AtWork } from './people';
import { nextMove, type PermitSeen } from './permit-moves';
import type { Range } from './random';
import { wait } from './wait';

type Watcher = Pick<AtWork, 'person' | 'client' | 'random' | 'diary' | 'signal' | 'now'>;

const BEGINS: Range = [20 * SECOND, 3 * MINUTE];
const ROUND: Range = [6 * MINUTE, 12 * MINUTE];
const SHIFT_MS = 10 * 60 * MINUTE;

interface Page {
  readonly items?: readonly { readonly id: string }[];
}

/** A fire watcher at points that others have asked for: shows presence, and looks after the end of the work. */
export async function keepWatch(self: Watcher): Promise<void> {
  await wait(self.random.between(BEGINS), self.signal);
  await again(self, async () => {
    const { body } = await self.client.get<Page>('/permits?mine=true&state=active,suspended,fire_watch&limit=20');
    for (const { id } of body.items ?? []) await lookAfter(self, id);
    return self.random.between(ROUND);
  });
}

async function lookAfter({ client, diary, now }: Watcher, permitId: string): Promise<void> {
  const { body: permit } = await client.get<PermitSeen>(`/permits/${permitId}`);
  const move = nextMove(permit, SHIFT_MS, now());
  if (!move) return;
  const answer = await client.post(`/permits/${permitId}/commands/${move.command}`, move.body);
  if (answer.status < 300) diary.count(move.command === 'watch-tap' ? 'taps' : 'signatures');
}
