/** What is wrong with the chip, in words for whoever mends it. */
export class Failure extends Error {}

/** Not the chip's fault: nobody was there to do what the case needs. */
export class NotTried extends Error {}

export function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Failure(otherwise);
}

/** Short enough for a line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
