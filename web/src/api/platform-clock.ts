import { computed, ref } from 'vue';

/** An answer that took longer says too little about when it was written. */
const QUICK_MS = 4_000;
/** The `Date` of an answer counts whole seconds: on average half of one has passed. */
const HALF_SECOND = 500;
/** Below this nobody is bothered. */
const NOTABLE_MS = 2 * 60_000;

/** What the platform's clock is ahead of this device's, in ms. */
const ahead = ref(0);

/** The moment by the platform's clock. Whatever becomes a fact takes its time from here: a phone's own clock may be hours off. */
export const platformNow = (): number => Date.now() + ahead.value;

/** Minutes by which this device's clock is ahead (negative: behind); 0 where it hardly is. */
export const minutesOff = computed(() => (Math.abs(ahead.value) < NOTABLE_MS ? 0 : -Math.round(ahead.value / 60_000)));

/** Learns from an answer's `Date` header. `sentAt` is when the request left, by this device. */
export function learnClock(response: Response, sentAt: number): void {
  const written = Date.parse(response.headers.get('date') ?? '');
  const gotAt = Date.now();
  // an answer from a cache bears the time of another day
  if (Number.isNaN(written) || gotAt - sentAt > QUICK_MS || response.headers.has('age')) return;
  const seen = written + HALF_SECOND - (sentAt + gotAt) / 2;
  if (Math.abs(seen - ahead.value) > HALF_SECOND + (gotAt - sentAt) / 2) ahead.value = seen;
}
