/** Words that begin with a vowel letter and a consonant sound, or the other way round. */
const SILENT_H = /^(?:hour|honest|honou?r|heir|homage)/;
const CONSONANT_SOUND =
  /^(?:uni(?!n|m|de[an]|ron|ss|ll)|unanim|us(?:e|a|u|ing)|ut(?:a|e[nr]|il|op)|eu|ewe|u[iy]gh|one(?![a-z])|once|ouija|ubiq|u\.s|u-|uganda|uk(?![a-z])|ukr|ukul|ur[aei]n|urea|urethr|urol|urugu|unesco|unicef)/;
const VOWEL_NUMBER = /^(?:8|11(?!\d)|18(?!\d)|11,|18,)/;
/** Initials that could be read as a word and are not. */
const SPELT_OUT = /^(?:HIV|SUV|SEC|MIT|LED|RAF|MEP|NIH|FAQ|LAPD|NAACP)(?:$|[-s])/;

/**
 * The indefinite article that goes before a word.
 *
 * @example articleFor("hour") // "an"
 */
export function articleFor(word: string): "a" | "an" {
  const lower = word.toLowerCase();
  if (/^\d/.test(lower)) return VOWEL_NUMBER.test(lower) ? "an" : "a";
  if (SILENT_H.test(lower)) return "an";
  if (CONSONANT_SOUND.test(lower)) return "a";
  // Initials are spelt out: an MBA, an X-ray, a UN; but a NATO, a STEP
  if (SPELT_OUT.test(word)) return "an";
  if (/^[FHLMNRSX](?:[B-DF-HJ-NP-TV-Z]{0,3}|[B-DF-HJ-NP-TV-Z][A-Z]|-.*)$/.test(word)) return "an";
  if (/^U[A-Z]{1,3}$/.test(word)) return "a";
  return /^[aeiou]/.test(lower) ? "an" : "a";
}
