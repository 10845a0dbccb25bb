/** `4110**********1234`: enough to tell two people apart on a list, too little to be anybody's number. */
export const maskIdNumber = (value: string): string =>
  value.length < 18
    ? `${value.slice(0, 1)}${'*'.repeat(value.length - 3)}${value.slice(-2)}`
    : `${value.slice(0, 4)}${'*'.repeat(10)}${value.slice(-4)}`;

/** `T4110**********1234`; of other cards only both ends show. */
export const maskCertificateNumber = (number: string): string =>
  /^T[A-Z]{0,3}\d{8,17}[\dX]?$/.test(number)
    ? `T${maskIdNumber(number.slice(1))}`
    : `${number.slice(0, 2)}****${number.slice(-2)}`;

/** `张*`, `欧**`: whose it is can be told among colleagues, not by a stranger. A longer name shows no more of its length. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = name;
  return `${first}${'*'.repeat(Math.min(Math.max(rest.length, 1), 2))}`;
};
