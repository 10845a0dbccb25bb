import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import {
  confirmRegistration,
  handOverRegistration,
  readRegistration,
  receiveRegistration,
  refuseRegistration,
  type Trade,
} from '@/api/registrations';

/** One registration that is open, and what may be done with it. */
export function useSettling(id: Ref<string | null>, done: () => void) {
  const queries = useQueryClient();
  const detail = useQuery({
    queryKey: computed(() => ['registration', id.value]),
    queryFn: () => readRegistration(id.value ?? ''),
    enabled: computed(() => id.value !== null),
    staleTime: 0,
  });
  const onSuccess = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['registration'] });
    done();
  };
  const settle = (work: (id: string) => Promise<unknown>) => work(id.value ?? '');
  const confirm = useMutation({ mutationFn: () => settle(confirmRegistration), onSuccess });
  const receive = useMutation({ mutationFn: () => settle(receiveRegistration), onSuccess });
  const refuse = useMutation({
    mutationFn: (reason: string) => settle((one) => refuseRegistration(one, reason)),
    onSuccess,
  });
  const handOver = useMutation({
    mutationFn: ({ trade, reason }: { trade: Trade; reason: string }) =>
      settle((one) => handOverRegistration(one, trade, reason)),
    onSuccess,
  });
  return { detail, confirm, receive, refuse, handOver };
}
