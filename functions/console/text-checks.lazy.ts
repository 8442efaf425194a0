import { checkedChanges } from '#shared/texts/check-text-changes.ts';

/** With every text there is. In a file of its own beside the function's (see infra/constructs/function-code.ts): texts are seldom changed. */
export const textChecks = { checked: checkedChanges };
