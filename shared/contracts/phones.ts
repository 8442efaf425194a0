import * as z from 'zod/mini';

/** Numbers of colleagues, by the name of whom they call. Who gave none is not in it. */
export const Phones = z.array(z.object({ name: z.string(), phone: z.string() }));
export type Phones = z.output<typeof Phones>;
