/** The command line asks for something that does not exist, or names a folder that cannot be read or written: exit code 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}
