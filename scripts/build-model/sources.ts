/** A corpus file that n-grams are counted from, and how much one of its words weighs. */
export interface Source {
  readonly name: string;
  readonly weight: number;
}

/** Nothing is ever counted from these: the library's quality is tested on them. */
export const TEST_SOURCES: readonly string[] = ["wikinews_2019_2020", "gum_ccby", "18f_blog", "fed_board_speeches"];

/** Nothing is ever counted from these: the choices of this build were measured on them. */
export const DEV_SOURCES: readonly string[] = ["masc_written", "ropensci_blog", "state_union", "inaugural"];

/** Official texts of one narrow register, of which there are many times more than of anything else. */
const NARROW_SOURCES: readonly string[] = [
  "senate_press_releases",
  "whitehouse_remarks_briefings",
  "whitehouse_statements",
  "au_pm_speeches_interviews",
  "au_pm_media_releases",
  "fed_beige_book_1970_2002",
  "fed_beige_book_2003_2026",
];

/**
 * What to count, from the names of the corpora at hand: all but the held-out sources, sorted, so that the order in which
 * a directory is listed does not matter.
 */
export function sourcesToCount(names: readonly string[], narrowWeight: number): Source[] {
  return names
    .filter((name) => !TEST_SOURCES.includes(name) && !DEV_SOURCES.includes(name))
    .sort()
    .map((name) => ({ name, weight: NARROW_SOURCES.includes(name) ? narrowWeight : 1 }));
}
