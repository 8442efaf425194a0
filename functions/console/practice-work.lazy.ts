import { readPractices } from '#shared/usecases/read-practices.ts';
import { sendPracticeBy } from '#shared/usecases/send-practice.ts';

/** Practice. In a file of its own beside the function's (see infra/constructs/function-code.ts): a few times a quarter, of one person. */
export const practiceWork = { readPractices, sendPracticeBy };
