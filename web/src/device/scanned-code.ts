/** The code within what a camera read: our own printed address `…/c/<code>`, or the text itself (provincial and vendors' codes). */
export function codeIn(text: string): string {
  const own = /\/c\/([^/?#]+)/.exec(text.trim());
  return own?.[1] ? decodeURIComponent(own[1]) : text.trim();
}
