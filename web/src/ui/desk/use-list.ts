import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { Page } from '@/api/page';

/** A list that grows by pages: newest first, no totals, as the platform gives them. */
export function useList<T, F extends object>(
  name: string,
  filters: Ref<F>,
  read: (query: F & { limit: number; cursor?: string }) => Promise<Page<T>>,
) {
  const query = useInfiniteQuery({
    queryKey: computed((): readonly unknown[] => [name, filters.value]),
    queryFn: ({ pageParam }) => read({ ...filters.value, limit: 50, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = computed<T[]>(() => query.data.value?.pages.flatMap((page) => page.items) ?? []);
  return {
    items,
    error: query.error,
    loading: query.isLoading,
    hasMore: query.hasNextPage,
    fetchingMore: query.isFetchingNextPage,
    more: (): void => void query.fetchNextPage(),
    reload: (): void => void query.refetch(),
  };
}
