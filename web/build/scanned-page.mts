/** What the page behind a scanned code is made of, in Chinese. */
export const SCANNED_PAGE = [
  'src/shell/phone/phone-layout.vue',
  'src/features/jobs/phone/start/code-page.vue',
  'src/i18n/zh/common.ts',
  'src/i18n/zh/phone.ts',
];

/** Belongs to the phone pages alone: a desk must get neither their components nor their styles. */
const OF_THE_PHONE = /\/(web\/src\/(.+\/)?phone|node_modules\/@?vant)\//;
const TEXTS = /\/src\/i18n\/(zh|en)\//;

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * Two files instead of fifty for everything that the scanned page loads: `base`, which every page shares, and `scan`. On
 * a weak line a file costs a round trip and a kilobyte of headers, however small it is.
 */
export function chunkNames(webFolder: string): (id: string, modules: Modules) => string | null {
  const entry = `${webFolder}src/main.ts`;
  let needed: Set<string> | null = null;
  return (id, modules) => {
    needed ??= reached([entry, ...SCANNED_PAGE.map((part) => webFolder + part)], modules);
    if (id === entry || TEXTS.test(id) || !needed.has(id)) return null;
    return OF_THE_PHONE.test(id) ? 'scan' : 'base';
  };
}

/** These modules with all that they load before they run. */
function reached(starts: readonly string[], modules: Modules): Set<string> {
  const found = new Set<string>();
  const walk = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    modules.getModuleInfo(id)?.importedIds.forEach(walk);
  };
  starts.forEach(walk);
  return found;
}
