/**
 * Said while functions run or by the console of who signed in, and nowhere by a page that the build makes: a new one needs no deploy. Of the
 * form and its words that is little, since most of its pages are built (web/changeable-texts.test.ts holds this to what is said).
 */
const CHANGEABLE =
  /^(?:mail\.|console(?:-\w+)?\.(?!signIn\.)|words\.(?!(?:about|reasons|notSeenSince|alreadyTried|reporterKinds|wishes|bestTimes)\.)|form\.(?:check\.(?:title|address|consent)|(?:thanks|alreadyReceived)\.title|outside\.(?:title|changeAddress)|problems\.(?:internalError|unreadable)\.|request\.(?:mistakes$|wrong\.|received\.)))/;

export const changesWithoutDeploy = (path: string): boolean => CHANGEABLE.test(path);
