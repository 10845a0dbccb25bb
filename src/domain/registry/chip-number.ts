/** A chip's number is its MQTT client id and user name (docs/chip-protocol.md); an IMEI fits. */
export const isChipNumber = (text: string): boolean => /^[A-Z0-9]{12,20}$/.test(text);
