/** `ABCD-EFGH-JKMN`: a reference or a code in groups of four, which can be read out over the phone. Takes one that is spelled so already. */
export const inFours = (text: string): string => text.replaceAll(/[\s-]/g, '').replaceAll(/(.{4})(?=.)/g, '$1-');
