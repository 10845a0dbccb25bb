import { computed, ref, shallowRef, watch } from 'vue';
import { randomKey } from '@/api/pending-keys';
import { platformNow } from '@/api/platform-clock';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';
import { isLost, timesFound } from '@/device/connection';
import type { Kept } from './kept';
import { addItem, keptItem, keptItems, removeItem, replaceItem } from './kept-store';
import { sendKept } from './send-kept';

/**
 * What was typed goes onto the disk first and from there to the platform, one after the other, each under a key that was
 * fixed when it was typed. A lost signal, a reload or a dead battery in between loses nothing and doubles nothing.
 */
const AGAIN_MS = 10_000;

const all = shallowRef<readonly Kept[]>([]);
const sent = ref(0);
const read = ref(false);
let timer: number | undefined;

/** Under way for the first time: the button that was pressed shows so, no list does. */
const underWay = ref<ReadonlySet<number>>(new Set());
const mine = computed(() => all.value.filter(({ userId }) => userId === session.value.user?.id));

/** Of whoever is signed in, the oldest first. */
export const kept = computed(() => mine.value.filter(({ id }) => !underWay.value.has(id)));
/** The disk was looked at: before, nobody knows whether anything waits. */
export const isKnown = computed(() => read.value);
export const waiting = computed(() => kept.value.filter(({ refusal }) => !refusal));
export const refused = computed(() => kept.value.filter(({ refusal }) => refusal));
/** Rises with each thing that arrived: what is shown may be old. */
export const timesSent = computed(() => sent.value);

export type Handed<T> = { readonly arrived: true; readonly answer: T } | { readonly arrived: false };
type Typed = Pick<Kept, 'about' | 'what' | 'photo' | 'pictures' | 'form'> & { readonly key?: string };

/** When somebody gives what is handed over next, by the platform's clock. */
export const givenNow = (): string => new Date(platformNow()).toISOString();

/** Keeps what was typed and sends it. Throws the platform's refusal; what cannot be sent now waits. */
export async function handOver<T>(typed: Typed, givenAt: string, here: () => boolean): Promise<Handed<T>> {
  const userId = session.value.user?.id;
  if (!userId) throw new Problem(-1, { code: 'app.fault' });
  const { photo, pictures, key = randomKey(), ...words } = typed;
  const item = { ...plain(words), ...(photo && { photo }), ...(pictures && { pictures }), userId, givenAt, key };
  const id = await addItem(item);
  underWay.value = new Set([...underWay.value, id]);
  const outcomes = await flush().finally(
    () => (underWay.value = new Set([...underWay.value].filter((one) => one !== id))),
  );
  const outcome = outcomes.get(id);
  if (outcome?.what === 'sent') return { arrived: true, answer: outcome.answer as T };
  if (outcome?.what === 'refused') {
    // Whoever still has the form before them changes it there; else it stays in the outbox with the reason.
    if (here()) await discard(id);
    throw outcome.problem;
  }
  return { arrived: false };
}

/** Forms hand over what Vue watches; a disk takes plain data only. */
const plain = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

export async function discard(id: number): Promise<void> {
  await removeItem(id);
  await reload();
}

/** Once more as it is: the platform freed the key with its refusal. */
export async function tryAgain(id: number): Promise<void> {
  const item = await keptItem(id);
  if (!item) return;
  const fresh = { ...item };
  delete (fresh as { refusal?: unknown }).refusal;
  await replaceItem(fresh);
  await flush();
}

/** What somebody says to “is it this one?”: the same, or none of those. */
export async function decide(id: number, answer: { sameAs: string } | { notSame: readonly string[] }): Promise<void> {
  const item = await keptItem(id);
  if (item?.what.kind !== 'collection') return;
  const before = item.what.body.notSame ?? [];
  const said = 'sameAs' in answer ? answer : { notSame: [...before, ...answer.notSame] };
  await replaceItem({ ...item, what: { ...item.what, body: { ...item.what.body, ...said } } });
  await tryAgain(id);
}

type Outcomes = Map<number, Awaited<ReturnType<typeof sendKept>>>;
let running: Promise<unknown> = Promise.resolve();

/** Sends what waits, in order. One pass at a time, in one tab at a time. */
export function flush(): Promise<Outcomes> {
  const pass = running.then(() => inTurn(sendAll));
  running = pass.catch(() => undefined);
  return pass;
}

/** Browsers know locks on https and localhost only; elsewhere the platform's keys alone keep two tabs apart. */
const inTurn = async (work: () => Promise<Outcomes>): Promise<Outcomes> =>
  'locks' in navigator ? await navigator.locks.request('hanan.outbox', work) : await work();

async function sendAll(): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  await reload();
  for (const item of mine.value.filter(({ refusal }) => !refusal)) {
    const outcome = await sendKept(item);
    outcomes.set(item.id, outcome);
    if (outcome.what === 'later') break;
    if (outcome.what === 'blocked') continue;
    if (outcome.what === 'sent') {
      await removeItem(item.id);
      sent.value += 1;
    } else {
      const { message, remedy, errors, candidates } = outcome.problem;
      const complaints = errors.flatMap((field) => field.message ?? []);
      await replaceItem({
        ...((await keptItem(item.id)) ?? item),
        refusal: { message, remedy, complaints, candidates },
      });
    }
  }
  await reload();
  return outcomes;
}

async function reload(): Promise<void> {
  all.value = await keptItems();
  read.value = true;
  window.clearTimeout(timer);
  if (waiting.value.length > 0) timer = window.setTimeout(() => void flush().catch(() => undefined), AGAIN_MS);
}

/** From the first page on: what waited when the app was closed goes as soon as it can. */
export function watchOutbox(): void {
  watch(
    [() => session.value.user?.id, timesFound],
    () => {
      if (!isLost.value && session.value.user) void flush().catch(() => undefined);
      else void reload().catch(() => undefined);
    },
    { immediate: true },
  );
}
