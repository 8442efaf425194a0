import { runToEnd } from './process-group.ts';
import { StartFailure } from './start-failure.ts';

const ASK = [
  'import sys, importlib.util as u',
  'print(*sys.version_info[:2], int(bool(u.find_spec("venv") and u.find_spec("ensurepip"))))',
].join('\n');

type Interpreter = { readonly command: string; readonly major: number; readonly minor: number; readonly venv: boolean };

/** The first Python that can make a virtual environment. Says in one line what is missing when there is none. */
export async function findPython(run: { env: NodeJS.ProcessEnv; signal?: AbortSignal | undefined }): Promise<string> {
  const found: Interpreter[] = [];
  for (const command of ['python3', 'python']) {
    const interpreter = await inspect(command, run);
    if (interpreter) found.push(interpreter);
  }
  const recent = found.filter(({ major, minor }) => major > 3 || (major === 3 && minor >= 10));
  const usable = recent.find(({ venv }) => venv);
  if (usable) return usable.command;
  if (recent[0]) {
    throw new StartFailure(
      `Python at '${recent[0].command}' has no venv module. On Debian and Ubuntu: sudo apt install python3-venv`,
    );
  }
  const older = found[0] ? `; '${found[0].command}' is ${found[0].major}.${found[0].minor}` : '';
  throw new StartFailure(`The AWS emulator needs Python 3.10 or newer, and there is none on the PATH${older}.`);
}

async function inspect(command: string, run: Parameters<typeof findPython>[0]): Promise<Interpreter | undefined> {
  const { code, output } = await runToEnd(command, ['-c', ASK], run);
  const answer = /^(\d+) (\d+) ([01])$/m.exec(output);
  if (code !== 0 || !answer) return undefined;
  return { command, major: Number(answer[1]), minor: Number(answer[2]), venv: answer[3] === '1' };
}
