import type { ContestRow } from "./contest.js";

const WIDTH = 860;
const LABEL = 190;
const BAR = 16;
const GAP = 6;
const COLORS = { ours: "#0969da", theirs: "#8c959f" };

/** A bar chart of speeds on a logarithmic scale, one group of bars a set. */
export function speedChart(title: string, rows: readonly ContestRow[]): string {
  const sets = [...new Set(rows.map(({ set }) => set))];
  const bars = sets.flatMap((set) => {
    const own = rows.filter((row) => row.set === set);
    const ours = { name: "unspin", speed: own[0].champion };
    return [{ heading: set }, ours, ...own.map(({ contestant, speed }) => ({ name: contestant, speed }))];
  });
  const speeds = bars.flatMap((bar) => ("speed" in bar ? [bar.speed] : []));
  const least = 10 ** Math.floor(Math.log10(Math.min(...speeds)));
  const most = Math.max(...speeds) * 1.6;
  const scale = (WIDTH - LABEL - 20) / Math.log(most / least);
  const x = (speed: number): number => LABEL + Math.log(speed / least) * scale;
  let y = 56;
  const parts: string[] = [];
  for (const bar of bars) {
    if ("heading" in bar) {
      y += 12;
      parts.push(`<text x="${LABEL}" y="${y + 12}" font-weight="bold">${bar.heading}</text>`);
    } else {
      const color = bar.name.startsWith("unspin") ? COLORS.ours : COLORS.theirs;
      const end = x(bar.speed);
      parts.push(
        `<text x="${LABEL - 8}" y="${y + 12}" text-anchor="end">${bar.name}</text>`,
        `<rect x="${LABEL}" y="${y}" width="${(end - LABEL).toFixed(1)}" height="${BAR}" fill="${color}"/>`,
        `<text x="${(end + 5).toFixed(1)}" y="${y + 12}" fill="#57606a">${megabytes(bar.speed)}</text>`,
      );
    }
    y += BAR + GAP;
  }
  const height = y + 16;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="white"/>`,
    `<text x="${WIDTH / 2}" y="24" text-anchor="middle" font-size="15">${title}</text>`,
    `<text x="${WIDTH / 2}" y="44" text-anchor="middle" fill="#57606a">million characters in a second of processor time, one thread, logarithmic scale</text>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

/** A speed in millions of characters a second, two digits that count. */
export function megabytes(speed: number): string {
  const millions = speed / 1e6;
  return millions >= 10 ? millions.toFixed(0) : millions >= 1 ? millions.toFixed(1) : millions.toPrecision(2);
}
