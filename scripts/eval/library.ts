import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { COMPOSING_DOMAIN } from "../../src/dictionary/compile.js";
import type { Entry } from "../../src/dictionary/entry.js";
import { inflectPair } from "../../src/dictionary/inflect.js";
import { layOut } from "../../src/dictionary/lay-out.js";
import { encodeDictionary } from "../../src/dictionary/packed.js";
import { assembleResources, type Resources } from "../../src/resources.js";
import { IRREGULAR, readTerms, readTranslation, WORD_LISTS } from "../dictionary/sources.js";
import { hashOf } from "../simulate/random.js";

const DATA = new URL("../../src/data/", import.meta.url);

/** The library's data, its dictionary compiled from these entries. @param terms all of the package's if not said */
export function resourcesWith(entries: readonly Entry[], terms: readonly string[] = readTerms()): Resources {
  const dictionary = encodeDictionary(layOut(entries, terms, WORD_LISTS), layOut(readTranslation(), [], WORD_LISTS));
  return assembleResources((name) =>
    name === "dictionary" ? dictionary : gunzipSync(readFileSync(new URL(`${name}.bin.gz`, DATA))),
  );
}

/**
 * Leaves a share of the entries out, all their inflected forms with them, in whatever other entry they stand.
 *
 * @param share 0 to 1
 */
export function holdOut(entries: readonly Entry[], share: number): Entry[] {
  const lost = new Set<string>();
  for (const entry of entries) {
    const drawn = hashOf(`held out: ${entry.spun} < ${entry.original}`) / 2 ** 32 < share;
    if (drawn && entry.domain !== COMPOSING_DOMAIN) for (const key of surfacesOf(entry)) lost.add(key);
  }
  return entries.filter(
    (entry) => entry.domain === COMPOSING_DOMAIN || !surfacesOf(entry).some((key) => lost.has(key)),
  );
}

/** Every pair of forms that the entries give, as `surfaceKey` writes them; those that only compose terms left out. */
export function surfaceKeys(entries: readonly Entry[]): Set<string> {
  return new Set(entries.filter((entry) => entry.domain !== COMPOSING_DOMAIN).flatMap(surfacesOf));
}

function surfacesOf(entry: Entry): string[] {
  return inflectPair(entry.spun, entry.original, entry.inflection, IRREGULAR).map((pair) =>
    surfaceKey(pair.spun, pair.original),
  );
}

/** A pair of forms whatever their letter case. */
export function surfaceKey(spun: string, original: string): string {
  return `${spun}\t${original}`.toLowerCase().replaceAll("’", "'");
}
