let asked = 0;
/** A page was opened, and its heading has not been told yet. */
let opened = false;

/** `一般动火 · 焊安`: the page, and whose it is. */
export function titleOf(heading: string, app: string): string {
  const words = heading.replace(/\s+/g, ' ').trim();
  return words === '' || words === app ? app : `${words} · ${app}`;
}

/**
 * The heading names the page, also in the browser's tab and for whoever listens. A page that has read its data gets another
 * heading, so the heading is followed and not the address.
 */
export function followHeading(nameOfApp: () => string): void {
  const tell = (): void => {
    asked = 0;
    const heading = document.querySelector('h1');
    const title = titleOf(heading?.textContent ?? '', nameOfApp());
    if (document.title !== title) document.title = title;
    if (heading && opened) goTo(heading);
  };
  new MutationObserver(() => {
    if (asked === 0) asked = window.setTimeout(tell);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  // Whoever acts before the heading is there has found a way already.
  for (const act of ['keydown', 'pointerdown']) window.addEventListener(act, () => (opened = false), { capture: true });
  tell();
}

/** After the way to another page the focus goes to its heading, so that a screen reader begins there. */
export function headingIsNext(): void {
  opened = true;
}

function goTo(heading: HTMLElement): void {
  opened = false;
  if (document.activeElement?.matches('input, textarea, select, dialog')) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
