type Present<Given> = { [Field in keyof Given]: Exclude<Given[Field], undefined> };

/** The same without fields that hold `undefined`: what a contract calls optional, the domain leaves out. */
export const present = <Given extends object>(given: Given): Present<Given> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<Given>;
