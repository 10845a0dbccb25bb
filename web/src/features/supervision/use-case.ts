import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref } from 'vue';
import { readViolation, type ViolationCommand } from '@/api/violations';

/** One case, the step that is being taken, and what follows when it is taken. */
export function useCase(id: () => string) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['violation', id()]),
    queryFn: () => readViolation(id()),
  });
  const open = ref<ViolationCommand | null>(null);
  async function again(): Promise<void> {
    open.value = null;
    await refetch();
    await queries.invalidateQueries({ queryKey: ['violations'] });
  }
  return { data, error, refetch, open, again };
}
