/** What the registry asks about jobs before a chip leaves its machine. Jobs come after the registry, so they answer. */
export abstract class ChipsAtWork {
  /** Whether a job is open on the chip, wherever it was started. */
  abstract hasOpenJob(chipNo: string): Promise<boolean>;
}
