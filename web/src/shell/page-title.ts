/**
 * The heading names the page, also in the browser's tab and for whoever listens: `一般动火 · 焊安`. A page that has read its
 * data gets another heading, so the heading is followed and not the address.
 */
export function followHeading(nameOfApp: () => string): void {
  let asked = 0;
  const tell = (): void => {
    asked = 0;
    const heading = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const app = nameOfApp();
    const title = heading === '' || heading === app ? app : `${heading} · ${app}`;
    if (document.title !== title) document.title = title;
  };
  new MutationObserver(() => {
    if (asked === 0) asked = window.setTimeout(tell);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  tell();
}
