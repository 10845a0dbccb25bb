import { useMutation } from '@tanstack/vue-query';
import { computed, onMounted, onScopeDispose, ref, shallowRef } from 'vue';
import type { CollectionKind } from '@domain/collection/collection';
import type { CollectBody, Collected } from '@/api/collections';
import { randomKey } from '@/api/pending-keys';
import { asProblem } from '@/api/problem';
import { currentPosition, type Position } from '@/device/position';
import type { PictureUse } from '@/outbox/kept';
import { givenNow, handOver } from '@/outbox/outbox';
import { photoToKeep } from '@/outbox/photo-of';
import { useEffort } from './effort';

export interface Filled {
  readonly about: string;
  readonly subject: Pick<CollectBody, 'machine' | 'welder' | 'enterprise'>;
  readonly pictures: readonly { readonly use: PictureUse; readonly file: File | null }[];
  /** What stands in the form, so that it can be changed. */
  readonly content: object;
}

type Answer = { sameAs: string } | { notSame: readonly string[] };

/** Where one stands, what it costs, and the way to the platform: now, or from this phone later. */
export function useCollecting(kind: CollectionKind, fill: () => Filled, done: (key: string) => void) {
  const effort = useEffort();
  const located = shallowRef<Position | null | 'asking'>('asking');
  const pinned = ref<{ lat: number; lng: number } | null>(null);
  onMounted(async () => {
    located.value = await currentPosition();
  });
  let here = true;
  onScopeDispose(() => (here = false));
  const position = computed((): Position | null => {
    if (pinned.value) return { ...pinned.value, accuracyM: 20 };
    return located.value === 'asking' ? null : located.value;
  });
  /** Until it was taken, so that a second try is the same collection. */
  let key = randomKey();
  let notSame: readonly string[] = [];
  const took = ref(0);

  const send = useMutation({
    mutationFn: async (answer: Answer | null) => {
      if (answer && 'notSame' in answer) notSame = [...notSame, ...answer.notSame];
      const givenAt = givenNow();
      const { about, subject, pictures, content } = fill();
      const kept = await Promise.all(
        pictures.flatMap(({ use, file }) =>
          file ? [photoToKeep(file, position.value).then((photo) => ({ ...photo, use }))] : [],
        ),
      );
      const cost = effort.read();
      took.value = Math.round(cost.durationMs / 1000);
      const said = {
        ...(answer && 'sameAs' in answer && answer),
        ...(notSame.length > 0 && { notSame: [...notSame] }),
      };
      const body: CollectBody = { kind, collectedAt: givenAt, ...position.value, ...subject, ...said, ...cost };
      return handOver<Collected>(
        { about, what: { kind: 'collection', body }, pictures: kept, key, form: { name: `collect-${kind}`, content } },
        givenAt,
        () => here,
      );
    },
    onSuccess: () => {
      done(key);
      key = randomKey();
      notSame = [];
      effort.restart();
    },
  });
  const candidates = computed(() => (send.error.value ? asProblem(send.error.value).candidates : []));
  return { located, pinned, position, send, candidates, took };
}
