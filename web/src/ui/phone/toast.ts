import './toast.css';

const SHOWN_MS = 2_500;
let box: HTMLElement | null = null;
let timer = 0;

/** A word in passing at the top of the page, read aloud too. A newer one takes the older one's place. */
export function showToast(words: string): void {
  if (!box) {
    box = document.createElement('p');
    box.className = 'toast';
    box.setAttribute('role', 'status');
    document.body.append(box);
  }
  box.textContent = words;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => box?.replaceChildren(), SHOWN_MS);
}
