/** A chip's number is its MQTT client id and user name (docs/chip-protocol.md); an IMEI fits. */
export const isChipNumber = (text: string): boolean => /^[A-Z0-9]{12,20}$/.test(text);

/** A spreadsheet keeps 15 digits of a number and shows zeros for the rest: a number of 15 digits or more that ends in zeros and is no IMEI. */
export const looksRounded = (chipNo: string): boolean =>
  /^\d{15,}$/.test(chipNo) && /0{4}$/.test(chipNo) && !hasLuhn(chipNo);

/** The check digit of an IMEI (3GPP TS 23.003, annex B). */
function hasLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
