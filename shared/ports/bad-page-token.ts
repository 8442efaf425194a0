/** What a list throws when it is asked to go on from a place that it never gave out. */
export class BadPageToken extends RangeError {
  override readonly name = 'BadPageToken';

  constructor() {
    super('the page token is not one of ours');
  }
}
