/**
 * The corpora that the ranker and the word classes are learnt from, and how many words are taken of each: narrow
 * registers would drown the rest. None of those held out for development and testing is among them.
 */
export const TRAINING_SOURCES: readonly { readonly name: string; readonly words: number }[] = [
  { name: "senate_press_releases", words: 3_500_000 },
  { name: "whitehouse_statements", words: 2_000_000 },
  { name: "whitehouse_remarks_briefings", words: 1_500_000 },
  { name: "au_pm_media_releases", words: 1_474_000 },
  { name: "au_pm_speeches_interviews", words: 1_500_000 },
  { name: "openstax_textbooks", words: 2_500_000 },
  { name: "medquad_nih_health", words: 1_500_000 },
  { name: "digitalgov_cc0", words: 1_527_000 },
  { name: "fed_beige_book_2003_2026", words: 1_200_000 },
  { name: "fed_beige_book_1970_2002", words: 1_000_000 },
  { name: "bitcoin_transcripts", words: 800_000 },
  { name: "python_peps", words: 400_000 },
  { name: "scitldr_abstracts", words: 484_000 },
  { name: "based_cooking_recipes", words: 36_000 },
];
