import { mailWriterNow } from '#shared/mail/write-mail.ts';

/** In a file of its own beside the function's (see infra/constructs/function-code.ts): who has a passkey needs no mail. */
export const mailWords = { writer: mailWriterNow };
