import { answered, api } from './client';
import { Problem, unreachable } from './problem';

export interface ShownText {
  readonly at: string;
  readonly phone: string;
  readonly text: string;
}

let asked: Promise<boolean> | null = null;

/** Whether this is the demo, whose texts stand on a page; asked once. */
export function showsTexts(): Promise<boolean> {
  asked ??= answered(api.GET('/api/v1/client-settings')).then(
    (settings) => settings.showTexts,
    () => false,
  );
  return asked;
}

/** The demo's route is in no description of the API: an installation does not have it. */
export async function shownTexts(): Promise<readonly ShownText[]> {
  const answer = await fetch('/api/v1/demo/messages').catch(() => {
    throw unreachable();
  });
  if (!answer.ok) throw new Problem(answer.status, {});
  return ((await answer.json()) as { items: ShownText[] }).items;
}
