/** Long numbers in a text that somebody scanned or pasted, their middle hidden: they may be identity numbers. */
export const hideNumbers = (text: string): string =>
  text.replace(/[A-Z]?\d[\dX]{8,}/gi, (number) => `${number.slice(0, 5)}****${number.slice(-2)}`);
