import type { Router } from 'vue-router';
import { tracked } from '@/device/connection';

/** A file of this version is gone: the platform was upgraded while the page was open. The newer page is loaded, once. */
const LEFT = 'hanan.left-version';

export function followUpgrades(router: Router): void {
  let next: string | null = null;
  router.beforeEach((to) => void (next = to.fullPath));
  router.afterEach(() => void (next = null));
  window.addEventListener('vite:preloadError', () => void loadAnew(next));
}

async function loadAnew(address: string | null): Promise<void> {
  const version = document.querySelector('script')?.src ?? '';
  if (sessionStorage.getItem(LEFT) === version) return;
  // Without network the file is out of reach, not gone.
  const page = await tracked(fetch('/index.html', { method: 'HEAD', cache: 'no-store' })).catch(() => null);
  if (!page?.ok) return;
  sessionStorage.setItem(LEFT, version);
  location.assign(address ?? location.href);
}
