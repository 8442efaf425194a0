/** How long what somebody types at an act may be, in characters. Forms say so before they send; the server refuses more. */
export const MOST_CHARACTERS = { notInformedBecause: 300, agreements: 500, volunteer: 80 } as const;
