import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { Page } from '@/api/page';

/** What a list shows at the moment. Each field is read anew, so a page may hand the whole list on. */
export interface List<T = unknown> {
  readonly items: T[];
  readonly loading: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly fetchingMore: boolean;
  readonly more: () => void;
  readonly reload: () => void;
}

/** A list that grows by pages: newest first, no totals, as the platform gives them. */
export function useList<T, F extends object>(
  name: string,
  filters: Ref<F>,
  read: (query: F & { limit: number; cursor?: string }) => Promise<Page<T>>,
): List<T> {
  const query = useInfiniteQuery({
    queryKey: computed((): readonly unknown[] => [name, filters.value]),
    queryFn: ({ pageParam }) => read({ ...filters.value, limit: 50, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = computed<T[]>(() => query.data.value?.pages.flatMap((page) => page.items) ?? []);
  return {
    get items() {
      return items.value;
    },
    get loading() {
      return query.isLoading.value;
    },
    get error() {
      return query.error.value;
    },
    get hasMore() {
      return query.hasNextPage.value;
    },
    get fetchingMore() {
      return query.isFetchingNextPage.value;
    },
    more: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}
