import { MINUTE } from '../kernel/time';
import { again, type AtWork } from './people';

type Watcher = Pick<AtWork, 'person' | 'client' | 'random' | 'diary' | 'signal'>;

/** Well within the hour after which a watcher who has not tapped is looked for. */
const ROUND: readonly [number, number] = [12 * MINUTE, 20 * MINUTE];

interface PermitPage {
  readonly items: readonly { readonly id: string; readonly state: string }[];
}

/** A fire watcher at their points: confirms again and again that they are there. */
export const keepWatch = (self: Watcher): Promise<void> =>
  again(self, async () => {
    const { body } = await self.client.get<PermitPage>('/permits?mine=true&state=active&limit=20');
    for (const { id } of body.items) await self.client.post(`/permits/${id}/commands/watch-tap`);
    return self.random.between(ROUND);
  });
