import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { confirmClaim, listClaims, refuseClaim } from '@/api/employment-claims';

/** Claims that wait for whoever is signed in, and the two answers. */
export function useClaims() {
  const queries = useQueryClient();
  const claims = useQuery({ queryKey: ['employment-claims'], queryFn: listClaims });
  /** The claim whose refusal is being explained. */
  const refusing = ref<string | null>(null);
  const settled = async (): Promise<void> => {
    refusing.value = null;
    await Promise.all([claims.refetch(), queries.invalidateQueries({ queryKey: ['tasks'] })]);
  };
  const confirm = useMutation({ mutationFn: confirmClaim, onSuccess: settled });
  const refuse = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => refuseClaim(id, reason),
    onSuccess: settled,
  });
  return { claims, refusing, confirm, refuse };
}
