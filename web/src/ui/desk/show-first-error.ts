import { nextTick } from 'vue';

const WRONG = '.el-form-item.is-error, [data-wrong]';
const FIELD = 'input:not([disabled]):not([type=hidden]), textarea, button, [tabindex="0"]';

/**
 * Goes to the first field that is wrong, so that nobody searches a long form. A drawer stands after the page it was opened
 * on, so the last form with something wrong is the one in front.
 */
export async function showFirstError(): Promise<void> {
  // one turn for the words, one for the form item that takes them up
  await nextTick();
  await nextTick();
  const form = [...document.querySelectorAll('form')].reverse().find((one) => one.querySelector(WRONG));
  const wrong = form?.querySelector<HTMLElement>(WRONG);
  if (!wrong) return;
  wrong.scrollIntoView({ block: 'center' });
  wrong.querySelector<HTMLElement>(FIELD)?.focus({ preventScroll: true });
}
