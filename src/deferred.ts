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

/** The same for what is made of an object: once for each, and kept as long as the object is. */
export function onceFor<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
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
