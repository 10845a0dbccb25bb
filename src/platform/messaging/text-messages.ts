/** Text messages to phones (login codes, confirmation codes, notices). An operator's gateway is an adapter of this. */
export abstract class TextMessages {
  abstract send(phone: string, text: string): Promise<void>;
}
