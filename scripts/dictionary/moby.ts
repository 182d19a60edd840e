import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * The neighbours of a word in the Moby Thesaurus (Grady Ward, 1996; public domain): the heads of its groups are related
 * to everything in them. Gives `undefined` where the package "moby", which brings a web server with it and so is none of
 * ours, is not installed.
 */
export function mobyNeighbours(word: string): string[] | undefined {
  const groups = readGroups();
  if (groups === undefined) return undefined;
  const found = new Set<string>();
  for (const line of groups.split(/\r?\n/)) {
    const members = line.split(",");
    if (members[0] === word) for (const member of members.slice(1)) found.add(member);
    else if (members.includes(word)) found.add(members[0]);
  }
  found.delete(word);
  return [...found];
}

function readGroups(): string | undefined {
  try {
    return readFileSync(createRequire(import.meta.url).resolve("moby/words.txt"), "utf8");
  } catch {
    return undefined;
  }
}
