/** Something the person at the keyboard can act on: printed as its one line, without a stack. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
