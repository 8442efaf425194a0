import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadMunicipality, parseMunicipality, settingsOf } from './config.ts';
import { registersVariable } from './config-registers.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

const fields = z.record(z.string(), z.unknown());
const demo = fields.parse(JSON.parse(readFileSync(new URL('./municipalities/demo.json', import.meta.url), 'utf8')));
const rules = (rest: object) => ({ rules: { version: '1', clock: 'elapsed', ...rest } });

const parse = (changes: object) => parseMunicipality('test', JSON.stringify({ ...demo, ...changes }));

/** What is said about a configuration that is the demo's but for these changes, one mistake a line. */
function mistakesIn(changes: object): string[] {
  try {
    parse(changes);
    return [];
  } catch (error) {
    const [title, ...lines] = (error instanceof Error ? error.message : '').split('\n');
    expect(title).toBe(`infra/municipalities/test.json has ${lines.length} mistake(s):`);
    return lines.map((line) => line.trim());
  }
}

describe('a configuration with mistakes', () => {
  it('hears of every wrong field at once, with file, field and what was expected', () => {
    const mistakes = mistakesIn({
      names: { municipality: '', service: 7 },
      cbsCodes: ['599'],
      account: '12',
      region: 'us-east-1',
      protection: undefined,
      baseUrl: 'omzien.example/',
      contact: null,
      rules: {
        clock: 'calendar',
        officeHours: { from: '9:00', weekdays: [0] },
        durations: { triage: 'PT1M1', visit: 'P1M' },
        retention: { consent: 180 },
      },
      mail: { from: 'omzien' },
      coordinator: { mailboxes: [] },
      desk: { name: 'Loket', phone: 'bel ons', mailboxes: ['a@b.example', 'c@d.example', 'e@f.example'] },
    });
    expect(mistakes).toEqual([
      'names.municipality: expected the name of the municipality in Dutch, such as "Rotterdam"',
      'names.service: expected the name of the service in Dutch, such as "Omzien in Rotterdam"',
      'cbsCodes.0: expected a CBS code of four digits, such as "0599"',
      'account: expected an AWS account of twelve digits',
      'region: expected one of "eu-central-1", "eu-west-1", "eu-west-3", "eu-north-1", "eu-south-1", "eu-south-2"',
      'protection: expected one of "production", "demo" (the field is missing)',
      'baseUrl: expected an origin without a path, such as "https://omzien.gemeente.example"',
      'contact: expected an object',
      'rules.version: expected a name for this set of rules, such as "2026-11"; change it whenever a rule changes (the field is missing)',
      'rules.clock: expected one of "elapsed", "working-hours"',
      'rules.officeHours.weekdays.0: expected one to seven weekdays, each once, Monday 1 to Sunday 7',
      'rules.officeHours.from: expected a time of day between "00:00" and "24:00"',
      'rules.durations.triage: expected an ISO 8601 duration without years and months, such as "PT24H", "P14D" or "PT90S"',
      'rules.durations.visit: expected an ISO 8601 duration without years and months, such as "PT24H", "P14D" or "PT90S"',
      'rules.retention.consent: expected an ISO 8601 duration without years and months, such as "PT24H", "P14D" or "PT90S"',
      'mail.from: expected an e-mail address, such as "loket@gemeente.example"',
      'coordinator.mailboxes: expected one or two e-mail addresses',
      'desk.phone: expected a phone number, such as "14 010" or "+31 10 123 45 67"',
      'desk.mailboxes: expected one or two e-mail addresses',
    ]);
  });

  it('hears of a field that does not exist, because a misspelt one would mean its default', () => {
    expect(mistakesIn({ colour: 'green', ...rules({ retension: {}, durations: { triaje: 'PT1H' } }) })).toEqual([
      'rules.durations.triaje: there is no such field',
      'rules.retension: there is no such field',
      'colour: there is no such field',
    ]);
  });

  it('hears when two rules make no sense together', () => {
    expect(
      mistakesIn(
        rules({
          officeHours: { from: '17:00', until: '09:00' },
        }),
      ),
    ).toEqual(['rules.officeHours.until: expected a time after "from"']);
    expect(
      mistakesIn(
        rules({
          durations: {
            triage: 'PT49H',
            visitPreferred: 'PT50H',
            visit: 'PT48H',
            delivery: 'P3D',
            inform: 'P31D',
            held: 'PT0S',
          },
          retention: { withoutConsent: 'P15D', undecided: 'P14D', consent: 'P13D', hardCap: 'P30D', warning: 'P30D' },
        }),
      ),
    ).toEqual([
      'rules.durations.triage: expected at most durations.visit: the visit follows from the triage',
      'rules.durations.visitPreferred: expected at most durations.visit: the preferred moment lies before the latest',
      'rules.durations.delivery: expected at most durations.triage: a lost mail must be noticed while there is time to act',
      'rules.durations.followUp: expected at most retention.consent: whether help has started is asked while the signal exists',
      'rules.durations.inform: expected at most retention.hardCap: the warning must come while the signal exists',
      'rules.retention.withoutConsent: expected at most retention.undecided: who did not consent is forgotten first',
      'rules.retention.undecided: expected at most retention.consent: who is undecided is forgotten before who consented',
      'rules.retention.warning: expected less than retention.hardCap: the warning comes before the end',
      'rules.retention.warning: expected less than retention.consent: the warning comes before the end',
      'rules.durations.inform: expected at most "P28D": the resident is informed within a month (AVG art. 14)',
      'rules.durations.held: expected longer than nothing',
    ]);
  });

  it('hears when something would be over before it could begin', () => {
    const retention = { hardCap: 'P20D', consent: 'P13D', warning: 'P1D', undecided: 'P1D' };
    const durations = { visit: 'P21D', nextAttempt: 'P7D', held: 'P8D', followUp: 'P21D', inform: 'P20D' };
    expect(mistakesIn(rules({ durations, retention }))).toEqual([
      'rules.durations.visit: expected at most retention.hardCap: somebody must be able to visit while the signal exists',
      'rules.durations.nextAttempt: expected at most retention.hardCap: the next attempt must come while the signal exists (it counts working time)',
      'rules.durations.held: expected at most retention.hardCap: the desk must be able to look while the signal exists (it counts working time)',
      'rules.durations.followUp: expected at most retention.consent: whether help has started is asked while the signal exists',
      'rules.durations.followUp: expected at most retention.hardCap: whether help has started is asked while the signal exists',
    ]);
    // A working week has 40 hours of 168: five days of working time take three weeks.
    const visit = { triage: 'PT8H', visit: 'P5D', nextAttempt: 'PT8H', followUp: 'P7D', inform: 'P14D' };
    expect(mistakesIn(rules({ durations: visit, retention }))).toEqual([]);
    expect(mistakesIn({ rules: { version: '1', clock: 'working-hours', durations: visit, retention } })).toEqual([
      'rules.durations.visit: expected at most retention.hardCap: somebody must be able to visit while the signal exists',
    ]);
  });

  it('hears that nothing is kept for no time at all, but for who did not consent', () => {
    const nothing = Object.fromEntries(
      ['noFollowUp', 'notReached', 'withoutConsent', 'undecided', 'erasureRecord', 'erasureProof'].map((name) => [
        name,
        'PT0S',
      ]),
    );
    expect(mistakesIn(rules({ retention: nothing }))).toEqual(
      ['noFollowUp', 'notReached', 'undecided', 'erasureRecord', 'erasureProof'].map(
        (name) => `rules.retention.${name}: expected longer than nothing`,
      ),
    );
  });

  it('hears when who was erased, or who read a signal, is forgotten too soon or kept too long', () => {
    expect(mistakesIn(rules({ retention: { erasureRecord: 'P366D', audit: 'P80D', warning: 'P1D' } }))).toEqual([
      'rules.retention.erasureRecord: expected at most retention.erasureProof: who was erased can show it for as long as a restore could undo it',
      'rules.retention.consent: expected at most retention.audit: who read a signal is known for as long as it exists',
      'rules.retention.hardCap: expected at most retention.audit: who read a signal is known for as long as it exists',
      'rules.retention.erasureRecord: expected at most "P365D": the books look at every day of it, every night',
    ]);
  });

  it('is not fit for real people when a restore could bring back whom its ledger has forgotten', () => {
    const real = (retention: object) =>
      mistakesIn({ ...rules({ retention }), protection: 'production' }).filter((line) => line.startsWith('rules.'));
    expect(real({ erasureRecord: 'P7DT23H', audit: 'P179D', consent: 'P90D' })).toEqual([
      'rules.retention.erasureRecord: expected at least "P8D": a restore reaches back 7 days, and brings back whom the ledger has forgotten',
      'rules.retention.audit: expected at least "P180D": a resident, or whoever looks into a leak, asks months later who looked',
    ]);
    expect(real({ erasureRecord: 'P8D', audit: 'P180D' })).toEqual([]);
    expect(mistakesIn(rules({ retention: { erasureRecord: 'PT5M' } }))).toEqual([]);
  });

  it('is not fit for real people with what only a demo may leave open, even when other fields are wrong', () => {
    expect(mistakesIn({ protection: 'production', theme: 'Roze & blauw' })).toEqual([
      'theme: expected the name of a folder with a theme, such as "rotterdam"',
      'account: expected your own AWS account, because protection is "production"',
      'mail.from: expected an address that exists: nothing under .example can send or receive mail',
      'operator.alarmMailbox: expected where alarms go: without it nobody hears that something is wrong',
      'registers.bag.url: expected the https address of the register itself: a stand-in makes everything up',
      'registers.brp.url: expected the https address of the register itself: a stand-in makes everything up',
      'features.domain: expected a domain with its certificate: CloudFront cannot refuse old TLS on its own domain',
    ]);
  });

  it('hears what is wrong with its registers', () => {
    const bag = { url: 'https://bag.example/v2' };
    expect(
      mistakesIn({
        registers: {
          bag: { url: 'http://bag.example/v2/', key: 'geheim' },
          brp: { url: 'https://brp.example/', headers: { 'x doel': 'wmo' }, keyHeader: 'sleutel:' },
          mayEnd: ['unknown-address'],
          wait: '2 minuten',
        },
      }),
    ).toEqual([
      'registers.bag.url: expected the https address of the API without a "/" at its end, or "/local/registers/bag" for a demo',
      'registers.bag.key: there is no such field',
      'registers.brp.url: expected the https address of the API without a "/" at its end, or "/local/registers/brp" for a demo',
      'registers.brp.headers.x doel: expected names of headers with their values, such as { "x-doelbinding": "…" }',
      'registers.brp.keyHeader: expected the name of a header, such as "x-api-key"',
      'registers.mayEnd.0: expected one of "nobody-registered", "deceased"',
      'registers.wait: expected an ISO 8601 duration without years and months, such as "PT24H", "P14D" or "PT90S"',
    ]);
    expect(mistakesIn({ registers: { bag, mayEnd: ['deceased'] } })).toEqual([
      'registers.mayEnd: expected nothing without "brp": the address register knows no people',
    ]);
    expect(mistakesIn({ registers: { bag, wait: 'PT16M' } })).toEqual([
      'registers.wait: expected at most rules.durations.delivery: the owner must hear in time',
    ]);
  });

  it('must be served in production where its domain says', () => {
    const domain = { name: 'omzien.nl', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' };
    expect(
      mistakesIn({
        protection: 'production',
        account: '111122223333',
        mail: { from: 'omzien@rotterdam.nl' },
        baseUrl: 'http://omzien.nl',
        operator: { alarmMailbox: 'beheer@rotterdam.nl' },
        registers: undefined,
        features: { domain },
      }),
    ).toEqual(['baseUrl: expected "https://omzien.nl", the domain under features.domain']);
  });

  it('is named when it is not JSON or not there', () => {
    expect(() => parseMunicipality('test', '{ "names": ')).toThrow(/^infra\/municipalities\/test\.json is not JSON: /);
    expect(() => loadMunicipality('atlantis')).toThrow(
      'There is no infra/municipalities/atlantis.json. There is: demo, demo-fast, demo-haven.',
    );
    expect(() => loadMunicipality('../../package')).toThrow('There is no infra/municipalities/../../package.json.');
  });
});

describe('a configuration that says no more than it must', () => {
  it('gets the times of the programme, elapsed', () => {
    expect(parse(rules({})).rules).toEqual({
      version: '1',
      clock: 'elapsed',
      officeHours: { weekdays: [1, 2, 3, 4, 5], fromMinute: 540, untilMinute: 1_020, publicHolidays: 'closed' },
      durations: {
        triage: 24 * HOUR,
        visitPreferred: 24 * HOUR,
        visit: 48 * HOUR,
        nextAttempt: 16 * HOUR,
        held: 4 * HOUR,
        followUp: 14 * DAY,
        delivery: 15 * 60,
        inform: 21 * DAY,
      },
      retention: {
        noFollowUp: 14 * DAY,
        notReached: 28 * DAY,
        withoutConsent: 0,
        undecided: 14 * DAY,
        consent: 180 * DAY,
        hardCap: 90 * DAY,
        warning: 7 * DAY,
        erasureRecord: 35 * DAY,
        erasureProof: 365 * DAY,
        audit: 365 * DAY,
      },
    });
  });

  it('counts a day as eight working hours', () => {
    expect(parse({ rules: { version: '1', clock: 'working-hours' } }).rules.durations).toMatchObject({
      triage: 8 * HOUR,
      visitPreferred: 8 * HOUR,
      visit: 16 * HOUR,
    });
  });
});

describe('the settings of the functions', () => {
  it('say nothing of registers where none is asked', () => {
    const config = parse({ registers: undefined });
    expect(settingsOf(config, config.baseUrl).rules).toEqual(config.rules);
  });

  it('do not hold where the registers are: only those who ask them know that, and a stand-in is on the site', () => {
    const { registers } = loadMunicipality('demo');
    expect(registers && JSON.parse(registersVariable(registers, 'http://localhost:4000'))).toEqual({
      bag: { url: 'http://localhost:4000/local/registers/bag' },
      brp: { url: 'http://localhost:4000/local/registers/brp', headers: {}, keyHeader: 'x-api-key' },
    });
    const real = parse({ registers: { bag: { url: 'https://bag.example/v2' } } }).registers;
    expect(real).toEqual({ bag: { url: 'https://bag.example/v2' }, mayEnd: [], wait: 120 });
    expect(real && registersVariable(real, 'http://localhost:4000')).toBe('{"bag":{"url":"https://bag.example/v2"}}');
  });

  it('are the part of the configuration that the functions need, at the place where the site is served', () => {
    const config = loadMunicipality('demo');
    expect(settingsOf(config, 'http://localhost:4000')).toEqual({
      municipality: 'Rotterdam',
      service: 'Omzien in Rotterdam',
      colours: { brand: '#0f5650', action: '#0f5650', actionText: '#ffffff' },
      baseUrl: 'http://localhost:4000',
      rules: { ...config.rules, registers: { mayEnd: ['nobody-registered', 'deceased'], wait: 120 } },
      reporterContact: 'optional',
      passkeys: 'offered',
      contact: { phone: '14 010', desk: 'Stadswinkel Centrum, Coolsingel 40, Rotterdam' },
      mail: { from: 'omzien@rotterdam.example', languages: ['nl', 'en'] },
      controller: config.controller,
      privacyOfficer: config.privacyOfficer,
      coordinator: { mailboxes: ['coordinator@rotterdam.example', 'coordinator-2@rotterdam.example'] },
      desk: {
        name: 'Loket Omzien',
        phone: '14 010',
        mailboxes: ['loket@rotterdam.example', 'loket-2@rotterdam.example'],
      },
    });
  });
});

describe('what a municipality may set against misuse', () => {
  it('is off, and as it is tested, unless it says otherwise', () => {
    const { features, throttle } = parse({});
    expect([features.proofOfWork, throttle]).toEqual([undefined, { rate: 200, burst: 400 }]);
    expect(settingsOf(parse({}), 'http://localhost')).not.toHaveProperty('proofOfWorkBits');
  });

  it('is work for the phone of a reporter, within reason, and how much comes in', () => {
    const chosen = parse({ features: { proofOfWork: {} }, throttle: { rate: 50 } });
    expect([settingsOf(chosen, 'http://localhost').proofOfWorkBits, chosen.throttle]).toEqual([
      15,
      { rate: 50, burst: 400 },
    ]);
    expect(mistakesIn({ features: { proofOfWork: { bits: 24 } }, throttle: { rate: 1 } })).toEqual([
      'throttle.rate: expected a whole number of requests from 10 to 10,000',
      'features.proofOfWork.bits: expected a whole number from 8 to 20; each one more doubles the work of a phone',
    ]);
  });
});

describe('the configurations that come along', () => {
  it('reach nobody: every address is fictitious', () => {
    for (const slug of ['demo', 'demo-fast', 'demo-haven']) {
      const addresses = JSON.stringify(loadMunicipality(slug)).match(/[\w.-]+@[\w.-]+/g) ?? [];
      expect(addresses.length).toBeGreaterThan(5);
      expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
    }
  });

  it('let a whole life be watched within five minutes', () => {
    const { rules: fast } = loadMunicipality('demo-fast');
    const lengths = [...Object.values(fast.durations), ...Object.values(fast.retention)];
    expect(lengths.filter((length) => length > 5 * 60)).toEqual([fast.retention.erasureProof, fast.retention.audit]);
    expect(fast.officeHours).toEqual({
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      fromMinute: 0,
      untilMinute: 1_440,
      publicHolidays: 'open',
    });
  });
});
