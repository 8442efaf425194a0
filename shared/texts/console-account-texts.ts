import type { Device } from '#shared/domain/device.ts';

type LabelsOf<Word extends string> = Readonly<Record<Word, string>>;

/** How a member signs in, and where. */
export type AccountTexts = {
  readonly title: string;
  readonly passkeys: LabelsOf<
    'title' | 'intro' | 'none' | 'add' | 'name' | 'nameHint' | 'remove' | 'added' | 'removed' | 'notHere' | 'failed'
  > & {
    readonly used: (moment: string) => string;
    readonly removeNamed: (name: string) => string;
  };
  readonly sessions: LabelsOf<'title' | 'intro' | 'current' | 'endAll' | 'ended'> & {
    readonly since: (moment: string) => string;
    readonly how: LabelsOf<'code' | 'passkey'>;
    readonly on: (browser: string, platform: string) => string;
  };
  readonly platforms: LabelsOf<Device['platform']>;
  readonly browsers: LabelsOf<Device['browser']>;
};
