import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { bestCertificates } from '@/api/certificates';
import type { Schemas } from '@/api/client';

type Best = Schemas['BestCertificate'];
const MOST = 100;

/** Of the welders that a list shows, the certificate that counts; a part of the list at a time. */
export function useBestCertificates(welderIds: Ref<readonly string[]>): Ref<ReadonlyMap<string, Best>> {
  const { data } = useQuery({
    queryKey: computed(() => ['best-certificates', welderIds.value]),
    queryFn: async () => {
      const parts = Array.from({ length: Math.ceil(welderIds.value.length / MOST) }, (_, i) =>
        welderIds.value.slice(i * MOST, (i + 1) * MOST),
      );
      return (await Promise.all(parts.map(bestCertificates))).flatMap(({ items }) => items);
    },
    enabled: computed(() => welderIds.value.length > 0),
    placeholderData: (before) => before,
  });
  return computed(() => new Map((data.value ?? []).map((one) => [one.welderId, one])));
}
