import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { epochSecondsOf } from '#shared/domain/time.ts';
import { loadMunicipality } from './config.ts';
import { applyLedger, type Restored, returnedIn, switchedOff, switchOn } from './restore.ts';

const USAGE = `Usage: npm run restore-drill -- --municipality <slug> --signals <table> --statistics <table> [--apply]

For a table of signals that was put back to an earlier moment (aws dynamodb restore-table-to-point-in-time), before it takes traffic.
Says who came back that the ledger says was erased or had expired, and which settings are off. With --apply it erases them again, switches
the settings on, and looks once more. The configuration of the municipality says its region and how far back the ledger remembers; credentials
come from the environment, as for cdk deploy. tests/contract holds a drill of the whole on the emulator.`;

/** Exit 0: ready for traffic; 1: not; 2: wrong use. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      municipality: { type: 'string' },
      signals: { type: 'string' },
      statistics: { type: 'string' },
      apply: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return say(USAGE, 0);
  if (!values.municipality || !values.signals || !values.statistics) return say(USAGE, 2);
  const { region, rules } = loadMunicipality(values.municipality);
  const restored: Restored = { signals: values.signals, statistics: values.statistics, rules };
  const client = new DynamoDBClient({ region });
  try {
    if (values.apply) {
      say(`Erased again: ${await applyLedger(client, restored, epochSecondsOf(new Date()))}.`, 0);
      await switchOn(client, restored.signals);
    }
    const [returned, off] = await Promise.all([
      returnedIn(client, restored, epochSecondsOf(new Date())),
      switchedOff(client, restored.signals),
    ]);
    if (returned.length === 0 && off.length === 0) return say('Ready for traffic.', 0);
    return say(
      `Not ready: ${returned.length} signals are back that had ended; off: ${off.join(', ') || 'nothing'}.`,
      1,
    );
  } finally {
    client.destroy();
  }
}

function say(text: string, exitCode: number): number {
  console.log(text);
  return exitCode;
}

process.exitCode = await main().catch((fault: unknown) =>
  say(fault instanceof Error ? fault.message : String(fault), 1),
);
