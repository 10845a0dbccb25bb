/** What a form has gathered for a command, before its pictures are stored. */
export interface CommandDraft {
  readonly body: Readonly<Record<string, unknown>>;
  readonly photo?: File;
  readonly signature?: Blob;
  /** The platform wants to know where the person stands. */
  readonly withPosition?: boolean;
}
