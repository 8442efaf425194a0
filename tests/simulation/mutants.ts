import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run simulate:mutants`: breaks one rule at a time in a copy of this project, and looks which suite notices: first a small
 * simulation, then the unit tests that are named. Writes docs/mutants.md. Exit 1 when one survives. Words after it choose mutants by number.
 */
type Mutant = {
  readonly rule: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Tests to ask when the simulation sees nothing. */
  readonly tests: readonly string[];
};

const MUTANTS: readonly Mutant[] = [
  {
    rule: 'Who holds the claim is left alone until the lease is over',
    file: 'shared/domain/agenda.ts',
    from: 'if (signal.claim && now < signal.claim.until) return [];',
    to: '',
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'Only who got the claim sends the mail',
    file: 'shared/usecases/advance.ts',
    from: "if (claim === 'lost') return 'lost';",
    to: '',
    tests: ['shared/usecases/advance.test.ts'],
  },
  {
    rule: 'A claim ends with the lease',
    file: 'shared/usecases/advance.ts',
    from: 'export const LEASE_SECONDS = 60;',
    to: 'export const LEASE_SECONDS = 6_000;',
    tests: ['shared/usecases/advance.test.ts'],
  },
  {
    rule: 'Bookkeeping computes the next moment anew',
    file: 'shared/usecases/write-signal.ts',
    from: 'const next = settle(changed, rules);',
    to: 'const next = { ...settle(changed, rules), nextAt: latest.nextAt };',
    tests: ['shared/usecases'],
  },
  {
    rule: 'An act computes the next moment anew',
    file: 'shared/usecases/act-on-signal.ts',
    from: 'const next = settle(changed, deps.settings.rules);',
    to: 'const next = { ...settle(changed, deps.settings.rules), nextAt: changed.nextAt };',
    tests: ['shared/usecases'],
  },
  {
    rule: 'The next moment waits for a claim to end',
    file: 'shared/domain/agenda.ts',
    from: 'return signal.claim ? latest(first, signal.claim.until) : first;',
    to: 'return first;',
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'A claim does not bump the version that people see',
    file: 'shared/domain/effects.ts',
    from: 'claim: { effect: effect.key, ...claim },',
    to: 'version: signal.version + 1, claim: { effect: effect.key, ...claim },',
    tests: ['shared/domain/effects.test.ts'],
  },
  {
    rule: 'What is due now is due (`<` for `<=`)',
    file: 'shared/domain/agenda.ts',
    from: '.filter(({ at }) => at <= now)',
    to: '.filter(({ at }) => at < now)',
    tests: ['shared/domain/agenda.test.ts', 'shared/usecases/advance-life.test.ts'],
  },
  {
    rule: 'An erasure leaves a record under the key',
    file: 'shared/adapters/memory/memory-signal-store.ts',
    from: 'signals.put(rowOfErasure(erasure.record));',
    to: 'signals.remove(signalKey(signal.id));',
    tests: ['tests/contract/memory.test.ts'],
  },
  {
    rule: 'An erasure record stays until its day',
    file: 'shared/adapters/memory/memory-signal-store.ts',
    from: "if (found?.kind === 'erased' && found.record.removeAt <= now)",
    to: "if (found?.kind === 'erased')",
    tests: ['tests/contract/memory.test.ts'],
  },
  {
    rule: 'A write replaces exactly the state that was read (also: it needs the item to exist)',
    file: 'shared/adapters/memory/memory-signal-store.ts',
    from: "if (!isStill(next, next.revision - 1)) return 'conflict';",
    to: '',
    tests: ['tests/contract/memory.test.ts'],
  },
  {
    rule: 'A change writes its line in the audit trail',
    file: 'shared/adapters/memory/memory-signal-store.ts',
    from: 'audit.put(rowOfAuditLine(auditAndFact.audit));',
    to: '',
    tests: ['tests/contract/memory.test.ts'],
  },
  {
    rule: 'The time to live is in seconds',
    file: 'shared/adapters/dynamo/index-entries.ts',
    from: '...(endsAt !== undefined && { ttl: plusElapsed(endsAt, SECOND_NET_SECONDS) }),',
    to: '...(endsAt !== undefined && { ttl: plusElapsed(endsAt, SECOND_NET_SECONDS) * 1_000 }),',
    tests: ['shared/adapters'],
  },
  {
    rule: 'The time to live comes a week after our own purge',
    file: 'shared/adapters/dynamo/index-entries.ts',
    from: 'const SECOND_NET_SECONDS = 7 * 86_400;',
    to: 'const SECOND_NET_SECONDS = 0;',
    tests: ['shared/adapters'],
  },
  {
    rule: 'Retention counts from the closing',
    file: 'shared/domain/closing.ts',
    from: 'latest(plusElapsed(closing.at, retentionOf',
    to: 'latest(plusElapsed(signal.receivedAt, retentionOf',
    tests: ['shared/domain/acts.test.ts'],
  },
  {
    rule: 'The hard cap counts from the last act of a person',
    file: 'shared/domain/retention.ts',
    from: 'const unattended = plusElapsed(lastActedAt,',
    to: 'const unattended = plusElapsed((signal as never as { receivedAt: typeof lastActedAt }).receivedAt,',
    tests: ['shared/domain/retention.test.ts'],
  },
  {
    rule: 'Without consent nothing stays',
    file: 'shared/domain/retention.ts',
    from: 'return contact.alarm ? undecided : withoutConsent;',
    to: 'return undecided;',
    tests: ['shared/domain/retention.test.ts'],
  },
  {
    rule: 'What is closed waits for the end of its retention',
    file: 'shared/domain/agenda.ts',
    from: "{ at: latest(expiresAt, free), effect: { kind: 'expire' } },",
    to: "{ at: free, effect: { kind: 'expire' } },",
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'The reporter is forgotten at closing',
    file: 'shared/domain/agenda.ts',
    from: '...(reporter || signal.report.source ?',
    to: '...(signal.report.source ?',
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'What has expired is shown to nobody',
    file: 'shared/domain/signal.ts',
    from: 'return end === undefined || now < end;',
    to: 'return end === undefined || now < end + 86_400;',
    tests: ['shared/usecases'],
  },
  {
    rule: 'A coordinator hears at every deadline',
    file: 'shared/domain/agenda.ts',
    from: 'step.before, COORDINATOR),',
    to: 'step.before, []),',
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'What does not arrive goes to the next in line',
    file: 'shared/domain/agenda.ts',
    from: "const OWNER: readonly Recipient[] = ['owner-first', 'owner-second', 'backup-first', 'coordinator-first'];",
    to: "const OWNER: readonly Recipient[] = ['owner-first'];",
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'A mail of which nothing is heard for 15 minutes counts as lost',
    file: 'shared/domain/agenda.ts',
    from: "if (known.state === 'sent') at = plusElapsed(known.at, durations.delivery);",
    to: "if (known.state === 'sent') return [];",
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'After an outage mail goes out within five minutes',
    file: 'shared/domain/mail-record.ts',
    from: 'const LONGEST_RETRY_SECONDS = 240;',
    to: 'const LONGEST_RETRY_SECONDS = 7_200;',
    tests: ['shared/domain/mail-record.test.ts'],
  },
  {
    rule: 'News of a mail never undoes what is further along',
    file: 'shared/domain/mail-record.ts',
    from: "known && RANK[known.state] >= RANK[news.state] && known.state !== 'waiting' ? known : news;",
    to: 'news;',
    tests: ['shared/domain/mail-record.test.ts'],
  },
  {
    rule: 'One signal that fails keeps no other waiting',
    file: 'shared/usecases/sweep.ts',
    from: 'onFault(id, fault);',
    to: 'onFault(id, fault); throw fault;',
    tests: ['shared/usecases/sweep.test.ts'],
  },
  {
    rule: 'The deadline of a visit counts from the receipt, not from the triage',
    file: 'shared/domain/acts.ts',
    from: 'const step = visitStep(rules, 1, now, signal.deadlines.visitBefore);',
    to: 'const step = visitStep(rules, 1, now, plusOnClock(rules, now, rules.durations.visit));',
    tests: ['shared/domain/acts.test.ts'],
  },
  {
    rule: 'Three failed attempts are a choice for the coordinator',
    file: 'shared/domain/step.ts',
    from: 'export const ATTEMPTS_BEFORE_CHOICE = 3;',
    to: 'export const ATTEMPTS_BEFORE_CHOICE = 4;',
    tests: ['shared/domain/step.test.ts'],
  },
  {
    rule: 'Who asked for a contact themselves waits for one',
    file: 'shared/domain/acts.ts',
    from: "const keepsVisitStep = signal.report.about === 'myself' &&",
    to: 'const keepsVisitStep = false &&',
    tests: ['shared/domain/acts.test.ts'],
  },
  {
    rule: 'A late click is late',
    file: 'shared/domain/acts.ts',
    from: 'if (signal.version !== seenVersion && (command',
    to: 'if (signal.version < seenVersion && (command',
    tests: ['shared/domain/acts.test.ts'],
  },
  {
    rule: 'A signal that is opened again does not expire',
    file: 'shared/domain/acts.ts',
    from: 'const { closing: _undone, expiresAt, quietUntil: _said, ...rest } = signal;',
    to: 'const { closing: _undone, quietUntil: _said, ...rest } = signal; const { expiresAt } = signal;',
    tests: ['shared/domain/acts.test.ts'],
  },
  {
    rule: 'The same form is the same signal',
    file: 'shared/runtime/random-and-hash.ts',
    from: '.update(idempotencyKey.toLowerCase()).digest());',
    to: '.update(idempotencyKey + Date.now()).digest());',
    tests: ['shared/runtime', 'shared/usecases/submit-signal.test.ts'],
  },
  {
    rule: 'Sent again, the same content is the same answer',
    file: 'shared/usecases/submit-signal.ts',
    from: 'added.by.contentDigest !== intake.contentDigest',
    to: "added.by.contentDigest !== ''",
    tests: ['shared/usecases/submit-signal.test.ts'],
  },
  {
    rule: 'Public holidays are no working days',
    file: 'shared/domain/public-holidays.ts',
    from: 'kingsDay(year),',
    to: '',
    tests: ['shared/domain/public-holidays.test.ts'],
  },
  {
    rule: 'A mail says nothing of what was told',
    file: 'shared/mail/write-mail.ts',
    from: 'neighbourhood: facts.neighbourhood ?? texts.unknownNeighbourhood,',
    to: 'neighbourhood: signal.report.explanation ?? texts.unknownNeighbourhood,',
    tests: ['shared/mail'],
  },
  {
    rule: 'An owner who is given it is told, whatever the clocks say',
    file: 'shared/domain/effects.ts',
    from: '=> latest(now, lastActedAt);',
    to: '=> latest(now, now);',
    tests: ['shared/domain/effects.test.ts'],
  },
  {
    rule: 'The log has the name of a fault and never its message',
    file: 'shared/runtime/log.ts',
    from: 'fault instanceof Error ? fault.name :',
    to: 'fault instanceof Error ? fault.message :',
    tests: ['shared/runtime/log.test.ts'],
  },
  {
    rule: 'A request of a resident is answered within a month',
    file: 'shared/domain/resident-request.ts',
    from: 'export const ANSWER_SECONDS = 28 * DAY;',
    to: 'export const ANSWER_SECONDS = 35 * DAY;',
    tests: ['shared/domain/resident-request.test.ts'],
  },
  {
    rule: 'A copy that is due is given before the end',
    file: 'shared/domain/closing.ts',
    from: ', ...keptForCopy(signal));',
    to: ');',
    tests: ['shared/domain/resident-request.test.ts'],
  },
  {
    rule: 'Registers are not asked about who reported themselves',
    file: 'shared/domain/register-check.ts',
    from: "if (report.about === 'myself' || !report.address.postcode)",
    to: 'if (!report.address.postcode)',
    tests: ['shared/domain/register-check.test.ts'],
  },
  {
    rule: 'A mail about practice says so',
    file: 'shared/mail/write-mail.ts',
    from: 'return signal.practice ? texts.practice.subject(subject) : subject;',
    to: 'return subject;',
    tests: ['shared/usecases/practice.test.ts'],
  },
  {
    rule: 'Practice is not counted',
    file: 'shared/adapters/dynamo/practice-row.ts',
    from: 'return practice ? rowOfPractice(practice) : rowOfFact(fact);',
    to: 'return rowOfFact(fact);',
    tests: ['shared/usecases/practice.test.ts'],
  },
  {
    rule: 'What a partner leaves behind is the desk’s',
    file: 'shared/domain/effects.ts',
    from: 'const assignment = nextAssignment(signal, DESK, notBeforeTheLastAct(signal, now));',
    to: 'const { assignment } = signal;',
    tests: ['shared/domain/effects.test.ts'],
  },
  {
    rule: 'A reminder comes at half of the time',
    file: 'shared/domain/agenda.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what stands there
    from: '`remind-${name}`, step.remindAt, OWNER)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what stands there
    to: '`remind-${name}`, plusElapsed(step.remindAt, 6 * 3_600), OWNER)',
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'The backup hears at the deadline',
    file: 'shared/domain/agenda.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what stands there
    from: '`escalate-${name}`, step.before, BACKUP)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what stands there
    to: '`escalate-${name}`, plusElapsed(step.before, 10 * 3_600), BACKUP)',
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'Somebody is told in time that the resident has to hear of it',
    file: 'shared/domain/agenda.ts',
    from: 'plusElapsed(signal.receivedAt, rules.durations.inform)',
    to: 'plusElapsed(signal.receivedAt, rules.durations.inform + 14 * 86_400)',
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'An owner is warned a week before what they never closed ends',
    file: 'shared/domain/agenda.ts',
    from: 'const warnAt = plusElapsed(endsAt, -rules.retention.warning);',
    to: 'const warnAt = plusElapsed(endsAt, -60);',
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'A signal goes to the partner of its neighbourhood',
    file: 'shared/usecases/advance.ts',
    from: 'signal.held ? undefined : neighbourhood',
    to: 'undefined',
    tests: ['shared/usecases/advance-life.test.ts'],
  },
  {
    rule: 'Who is handed a signal has it',
    file: 'shared/domain/acts.ts',
    from: 'return passedTo(command.to, relocated(',
    to: "return passedTo('desk' as typeof command.to, relocated(",
    tests: ['shared/domain/acts.test.ts'],
  },
  {
    rule: 'A reporter hears that it was picked up',
    file: 'shared/domain/agenda.ts',
    from: "'update-picked-up', 'update-picked-up', pickedUpAt,",
    to: "'update-picked-up', 'update-picked-up', undefined,",
    tests: ['shared/domain/agenda.test.ts'],
  },
  {
    rule: 'What the last message was about stays until it is sent',
    file: 'shared/domain/agenda.ts',
    from: 'const LAST_MESSAGE_SECONDS = 3_600;',
    to: 'const LAST_MESSAGE_SECONDS = 0;',
    tests: ['shared/domain/agenda.test.ts'],
  },
];

const ROOT = join(import.meta.dirname, '../..');
const COPIED = ['shared', 'functions', 'infra', 'tests', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

type Caught = { readonly by: string; readonly seconds: number };

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'omzien-mutants-'));
  for (const one of COPIED) cpSync(join(ROOT, one), join(folder, one), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function run(folder: string, words: readonly string[]): { readonly failed: boolean; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { failed: status !== 0, out: `${stdout}${stderr}` };
}

function hunt(folder: string, { file, from, to, tests }: Mutant): string | undefined {
  const path = join(folder, file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  try {
    const simulated = run(folder, [
      'tests/simulation/run.ts',
      '--signals',
      '1000',
      '--per-seed',
      '50',
      '--most-broken',
      '1',
    ]);
    const [, seed, promised] = /^seed (\d+): ([^:]+):/m.exec(simulated.out) ?? [];
    if (simulated.failed) return `the simulation: seed ${seed ?? '-'}, ${promised ?? 'it stops'}`;
    const unit = run(folder, ['node_modules/vitest/vitest.mjs', 'run', ...tests]);
    const [, title] =
      /(?:FAIL|×)\s+(?:\S+\s+)?\S*\s*(shared\S+ > .+|tests\S+ > .+)$/m.exec(withoutColour(unit.out)) ?? [];
    return unit.failed ? `unit: ${title?.trim() ?? tests.join(', ')}` : undefined;
  } finally {
    writeFileSync(path, whole);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a colour begins with
const withoutColour = (text: string): string => text.replaceAll(/\u001b\[\d+m/g, '');

function page(found: readonly (readonly [Mutant, Caught | undefined])[]): string {
  const rows = found.map(
    ([{ rule, file, from, to }, caught], index) =>
      `| ${index + 1} | ${rule} | \`${file}\`: ${cell(from)} → ${cell(to)} | ${caught?.by ?? '**nothing**'} |`,
  );
  return `# Mutants

Each rule below was broken on purpose, alone, in a copy of the project. Made by \`node tests/simulation/mutants.ts\`: it asks a simulation of 1,000 signals first, and unit tests
only when that sees nothing. "Seed" is the first world in which a promise was broken.

| | rule | broken how | first noticed by |
|---|---|---|---|
${rows.join('\n')}

${found.filter(([, caught]) => caught).length} of ${found.length} were caught, ${found.filter(([, caught]) => caught?.by.startsWith('the simulation')).length} of them by the simulation.
`;
}

const cell = (code: string): string => (code ? `\`${code.replaceAll('|', '\\|')}\`` : 'left out');

const chosen = new Set(process.argv.slice(2).map(Number));
for (const { file, from } of MUTANTS)
  if (readFileSync(join(ROOT, file), 'utf8').split(from).length !== 2)
    throw new RangeError(`${file} does not hold this once: ${from}`);
const folder = scratch();
const found: (readonly [Mutant, Caught | undefined])[] = [];
try {
  for (const [index, mutant] of MUTANTS.entries()) {
    if (chosen.size > 0 && !chosen.has(index + 1)) continue;
    const startedMs = performance.now();
    const by = hunt(folder, mutant);
    const seconds = Math.round((performance.now() - startedMs) / 1_000);
    found.push([mutant, by ? { by, seconds } : undefined]);
    console.log(`${index + 1} ${mutant.rule}: ${by ?? 'SURVIVED'} (${seconds} s)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (chosen.size === 0) writeFileSync(join(ROOT, 'docs/mutants.md'), page(found));
process.exitCode = found.some(([, caught]) => !caught) ? 1 : 0;
