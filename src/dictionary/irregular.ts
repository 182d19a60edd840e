/** Kinds of words that do not inflect by rule; a verb of the last kind only doubles its last letter before -ed and -ing. */
type Kind = "v" | "n" | "a" | "d";

/** The forms of words that do not inflect by rule, by kind and base: "v arise" has arise, arose, arisen. */
export type Irregular = ReadonlyMap<`${Kind} ${string}`, readonly string[]>;

/** Reads a list of them in the format of dictionaries/irregular.txt, without its comments. */
export function parseIrregular(list: string): Irregular {
  return new Map(
    list.split("\n").map((line) => {
      const [kind, ...forms] = line.split(" ");
      return [`${kind as Kind} ${forms[0]}`, forms];
    }),
  );
}
