/** Mobile numbers and identity numbers, as people write them into a sentence. */
const NUMBERS = /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{17}[\dXx])(?!\d)/g;

/** What a reporter typed without the numbers that would name them: whoever is sent there may read it. */
export const withoutNumbers = (text: string): string => text.replace(NUMBERS, '＊＊＊');
