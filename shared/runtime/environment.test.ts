import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settings } from '#shared/testing/builders.ts';
import { environment, settingsFromEnvironment } from './environment.ts';

beforeEach(() => vi.stubEnv('SETTINGS', JSON.stringify(settings)));
afterEach(() => vi.unstubAllEnvs());

describe('the environment of a function', () => {
  it('gives the settings as the stacks wrote them', () => {
    expect(settingsFromEnvironment()).toEqual(settings);
  });

  it.each([undefined, ''])('says which variable is missing (%j)', (value) => {
    vi.stubEnv('SCHEDULE_GROUP', value);
    expect(() => environment('SCHEDULE_GROUP')).toThrow('the environment variable SCHEDULE_GROUP is missing');
  });

  it('says every setting that is wrong, at once', () => {
    const { triage: _triage, ...durations } = settings.rules.durations;
    const wrong = { ...settings, baseUrl: 7, rules: { ...settings.rules, clock: 'sundial', durations } };
    vi.stubEnv('SETTINGS', JSON.stringify(wrong));
    expect(() => settingsFromEnvironment()).toThrow(
      'SETTINGS is wrong at: baseUrl, rules.clock, rules.durations.triage',
    );
  });

  it.each(['-1', '1.5', '"PT24H"', 'null'])('takes no duration of %s', (value) => {
    const text = JSON.stringify(settings).replace('"triage":86400', `"triage":${value}`);
    vi.stubEnv('SETTINGS', text);
    expect(() => settingsFromEnvironment()).toThrow('SETTINGS is wrong at: rules.durations.triage');
  });
});
