import { HELP, parseOptions } from './options.ts';
import { startingNode } from './starting-node.ts';

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const options = parseOptions(process.argv.slice(2));
const oldNode = startingNode(process.versions.node);
if (options.kind === 'help') {
  write(HELP);
} else if (options.kind === 'wrong') {
  complain(options.message);
  process.exitCode = 2;
} else if (oldNode !== undefined) {
  complain(oldNode);
  process.exitCode = 1;
} else {
  // only now: the rest needs the Node that was just checked
  const { runLocal } = await import('./run-local.ts');
  process.exitCode = await runLocal(options, write, complain);
}
