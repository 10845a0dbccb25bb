import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { listPermits } from '@/api/permit-lists';
import { readPermit, type Permit, type PermitCommand } from '@/api/permits';
import { may } from '@/api/session';

const MOST = 40;
const SIGNING: readonly PermitCommand[] = ['approve', 'site-visit', 'issue', 'countersign'];
const WAITING = ['submitted', 'approved'];
/** An urgent job is often over before the full signatures are there. */
const BEGUN = ['issued', 'active', 'suspended', 'fire_watch', 'closed', 'expired'];

/** Whether it waits for the caller's hand now. */
const waitsForMe = (permit: Permit): boolean =>
  SIGNING.some((command) => permit.commands.includes(command)) ||
  (permit.commands.includes('amend') && hasPending(permit));
const hasPending = ({ amendments }: Permit): boolean => amendments.some(({ confirmedAt }) => confirmedAt === null);

/**
 * 等我审批: what the caller may sign, issue or countersign now. The list tells what concerns a person; only a permit itself
 * tells what is open to them, so the few that wait are read one by one.
 */
export function useSigningQueue() {
  const queue = useQuery({
    queryKey: ['permits', 'signing-queue'],
    queryFn: async () => {
      const [waiting, begun] = await Promise.all([
        listPermits({ mine: true, state: WAITING.join(','), limit: MOST }),
        listPermits({ mine: true, state: BEGUN.join(','), limit: MOST }),
      ]);
      const asked = [...waiting.items, ...begun.items.filter(({ urgent }) => urgent)];
      const permits = await Promise.all(asked.map(({ id }) => readPermit(id)));
      return permits.filter(waitsForMe).sort((a, b) => a.plannedStart.localeCompare(b.plannedStart));
    },
    enabled: computed(() => may('permit.command')),
    refetchInterval: 60_000,
  });
  return { queue, items: computed(() => queue.data.value ?? []) };
}
