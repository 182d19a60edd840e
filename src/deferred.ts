/** What a function makes, made when it is first asked for and kept. */
export function once<Made>(make: () => Made): () => Made {
  let maker: (() => Made) | undefined = make;
  let made: Made | undefined;
  return () => {
    if (maker) made = maker();
    // What it was made from is not needed any more.
    maker = undefined;
    return made as Made;
  };
}

/**
 * An object with further members, each made when it is first asked for. They are enumerable: a copy has them all made.
 *
 * @param makers by member: what makes it
 */
export function withDeferred<Base extends object, Parts extends object>(
  base: Base,
  makers: { readonly [Name in keyof Parts]: () => Parts[Name] },
): Base & Parts {
  const members = Object.getOwnPropertyDescriptors(base);
  const deferred = Object.entries<() => unknown>(makers).map(([name, make]) => [
    name,
    { get: once(make), enumerable: true },
  ]);
  return Object.defineProperties({}, { ...members, ...Object.fromEntries(deferred) }) as Base & Parts;
}
