import { computed, ref } from 'vue';

/** Whether the platform answers. A phone may call itself online while nothing gets through: each request tells. */
const PROBE_MS = 4_000;
const PROBE = '/health/live';
const BAD_GATEWAY = 502;

const lost = ref(!navigator.onLine);
/** How often the platform was found again. */
const found = ref(0);
let timer: number | undefined;

export const isLost = computed(() => lost.value);
export const timesFound = computed(() => found.value);

/** A request, which tells by its answer whether the platform is there. */
export async function tracked(request: Promise<Response>): Promise<Response> {
  try {
    const response = await request;
    if (response.status < BAD_GATEWAY) reached();
    return response;
  } catch (error) {
    unreached();
    throw error;
  }
}

function reached(): void {
  if (!lost.value) return;
  lost.value = false;
  found.value += 1;
  window.clearTimeout(timer);
}

function unreached(): void {
  lost.value = true;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void probe(), PROBE_MS);
}

async function probe(): Promise<void> {
  try {
    const answer = await fetch(PROBE, { cache: 'no-store' });
    if (answer.status < BAD_GATEWAY) return reached();
  } catch {
    // still out of reach
  }
  unreached();
}

window.addEventListener('offline', unreached);
window.addEventListener('online', () => void probe());
if (lost.value) unreached();
