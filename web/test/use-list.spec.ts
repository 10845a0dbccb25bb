import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createSSRApp, effectScope, nextTick, ref } from 'vue';
import { describe, expect, it, vi } from 'vitest';
import { useList } from '@/ui/desk/use-list';

interface Asked {
  q?: string;
  limit: number;
  cursor?: string;
}

/** Two pages of every filter, named after it. */
async function listed(failing = false) {
  const asked: Asked[] = [];
  const filters = ref<{ q?: string }>({});
  const read = async (query: Asked) => {
    asked.push(query);
    await Promise.resolve();
    if (failing) throw new Error('away');
    const name = query.q ?? 'all';
    return query.cursor
      ? { items: [`${name} 3`], nextCursor: null }
      : { items: [`${name} 1`, `${name} 2`], nextCursor: 'two' };
  };
  const app = createSSRApp({});
  app.use(VueQueryPlugin, { queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) });
  const list = app.runWithContext(() => effectScope(true).run(() => useList('things', filters, read)));
  if (!list) throw new Error('no list');
  await vi.waitFor(() => expect(list.loading).toBe(false));
  return { list, filters, asked };
}

describe('a list that grows by pages', () => {
  it('begins with one page and says that more is there', async () => {
    const { list, asked } = await listed();
    expect([list.items, list.hasMore, list.error]).toEqual([['all 1', 'all 2'], true, null]);
    expect(asked).toEqual([{ limit: 50 }]);
  });

  it('adds the next page behind the first and ends with the last', async () => {
    const { list, asked } = await listed();
    list.more();
    await vi.waitFor(() => expect(list.items).toEqual(['all 1', 'all 2', 'all 3']));
    expect(list.hasMore).toBe(false);
    expect(asked.at(-1)).toEqual({ limit: 50, cursor: 'two' });
  });

  it('keeps what it shows until the answer to another filter is there', async () => {
    const { list, filters } = await listed();
    filters.value = { q: 'red' };
    await nextTick();
    expect([list.items, list.loading]).toEqual([['all 1', 'all 2'], false]);
    await vi.waitFor(() => expect(list.items).toEqual(['red 1', 'red 2']));
  });

  it('reads itself again', async () => {
    const { list, asked } = await listed();
    list.reload();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });

  it('tells of a failure', async () => {
    const { list } = await listed(true);
    expect([list.items, (list.error as Error).message]).toEqual([[], 'away']);
  });
});
