import { onMounted } from 'vue';
import { useRoute } from 'vue-router';
import { readEnterprise } from '@/api/enterprises';
import type { Owner } from './owners';

/** A visit leads here with the firm that is visited (`?enterprise=`): found in the register, it is filled in; else it is chosen by hand. */
export function useOwnerInLink(take: (owner: Owner) => void): void {
  const { enterprise } = useRoute().query;
  onMounted(async () => {
    if (typeof enterprise !== 'string') return;
    const found = await readEnterprise(enterprise).catch(() => null);
    if (found) take({ name: found.name, enterpriseId: found.id });
  });
}
