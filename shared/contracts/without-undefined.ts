type WithoutUndefined<Given> = { [Field in keyof Given]: Exclude<Given[Field], undefined> };

/** The same without fields that hold `undefined`: what a contract calls optional, the domain leaves out. */
export const withoutUndefined = <Given extends object>(given: Given): WithoutUndefined<Given> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as WithoutUndefined<Given>;
