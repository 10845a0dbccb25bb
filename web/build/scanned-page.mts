/** What the page behind a scanned code is made of, in Chinese. */
export const SCANNED_PAGE = [
  'src/shell/phone/phone-layout.vue',
  'src/features/jobs/phone/start/code-page.vue',
  'src/ui/words.zh.ts',
  'src/shell/phone/words.zh.ts',
  'src/features/jobs/phone/words.zh.ts',
  'src/features/permit-views/phone/words.zh.ts',
];

/** Belongs to the phone pages alone: a desk must get neither their components nor their styles. */
const OF_THE_PHONE = /\/web\/src\/(.+\/)?phone\//;
const OF_THE_DESK = /\/web\/src\/(.+\/)?desk\//;
const WORDS = /\/(?:words|form-words|vocabulary)\.(zh|en)\.ts$/;

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
    const language = WORDS.exec(id)?.[1];
    const early = needed.has(language === 'en' ? id.replace('.en.ts', '.zh.ts') : id);
    const chunk = chunkOf(id, early);
    if (language) return chunk && `${chunk}-${language}`;
    return id === entry || !early ? null : chunk;
  };
}

/** Words of pages that come later are few; together they cost one round trip. The book of rules is long and seldom read. */
function chunkOf(id: string, early: boolean): string | null {
  if (OF_THE_PHONE.test(id)) return early ? 'scan' : 'phone';
  if (early) return 'base';
  return OF_THE_DESK.test(id) && !id.includes('/rules/') ? 'desk' : null;
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
