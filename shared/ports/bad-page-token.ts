/** What a list throws when it is asked to go on from a place that it never gave out. */
export class BadPageToken extends RangeError {
  override readonly name = 'BadPageToken';

  constructor() {
    super('the page token is not one of ours');
  }
}

/** By its name: a bundle that is loaded later has a class of its own. */
export const isBadPageToken = (fault: unknown): boolean => fault instanceof Error && fault.name === 'BadPageToken';
