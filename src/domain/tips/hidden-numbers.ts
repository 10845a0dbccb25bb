/** Mobile numbers and identity numbers, as people write them into a sentence. */
const NUMBERS = /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{17}[\dXx])(?!\d)/g;

/** The text of a report without numbers that would identify the reporter. The people who are sent there may read it. */
export const withoutNumbers = (text: string): string => text.replace(NUMBERS, '＊＊＊');
