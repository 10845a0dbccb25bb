/** Where the database answers: the configured one, or the embedded server once it runs. */
export class DatabaseAddress {
  constructor(
    readonly url: string,
    /** Past PgBouncer: for what needs a session of its own (migrations, LISTEN, advisory locks). */
    readonly directUrl: string,
  ) {}
}
