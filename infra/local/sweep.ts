import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { every } from './every.ts';
import type { LocalAws } from './local-aws.ts';

/** Where hours are seconds, the sweep of every minute comes too late: runs it every five seconds. */
export function startSweeps(aws: LocalAws, clockFunctionName: string): { stop(): Promise<void> } {
  const client = new LambdaClient(aws.sdk);
  const command = new InvokeCommand({ FunctionName: clockFunctionName, Payload: JSON.stringify({ job: 'sweep' }) });
  const sweeps = every(5_000, async () => void (await client.send(command)));
  return {
    async stop() {
      await sweeps.stop();
      client.destroy();
    },
  };
}
