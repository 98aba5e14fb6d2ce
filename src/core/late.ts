/**
 * What is made when it is first asked for, and then kept. A class of Unicode's letters takes V8 half a millisecond to
 * read, a table of all code units as long to fill: most runs need neither.
 */
export const late = <Value>(make: () => Value): (() => Value) => {
  let made: {readonly value: Value} | undefined;
  return () => {
    made ??= {value: make()};
    return made.value;
  };
};
