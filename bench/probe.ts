import { ourselves, peers } from "./contestants.js";
import { duel } from "./duel.js";
import { importLibrary } from "./library.js";
import { textSets } from "./texts.js";
const size = Number(process.argv[2] ?? 2_000_000), rounds = Number(process.argv[3] ?? 5), which = new RegExp(process.argv[4] ?? "clean art|mixed|spun art");
const [champion, detect] = ourselves(await importLibrary());
const all = await peers();
const wink = all.filter((c) => c.name === "wink-nlp" || c.name === "wink-nlp + part of speech");
for (const set of textSets(size)) {
  if (!which.test(set.name)) continue;
  for (const other of wink) {
    const r = await duel(champion, other, set.documents, rounds);
    console.log(set.name, other.name, (r.first / 1e6).toFixed(2), (r.second / 1e6).toFixed(2), r.ratio.toFixed(3));
  }
  const r = await duel(detect, wink[0], set.documents, rounds);
  console.log(set.name, "detect", (r.first / 1e6).toFixed(2), (r.second / 1e6).toFixed(2), r.ratio.toFixed(3));
}
