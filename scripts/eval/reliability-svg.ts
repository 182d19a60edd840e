import type { Calibration } from "./calibration.js";

const SIDE = 320;
const MARGIN = 48;

/** A reliability diagram: what share came true at each confidence; on the diagonal if confidence can be trusted. */
export function reliabilitySvg(title: string, { bins, expectedError, count }: Calibration): string {
  const x = (value: number): string => (MARGIN + value * SIDE).toFixed(1);
  const y = (value: number): string => (MARGIN + (1 - value) * SIDE).toFixed(1);
  const most = Math.max(...bins.map((bin) => bin.count), 1);
  const filled = bins.filter((bin) => bin.count > 0);
  const bars = filled.map((bin) => {
    const height = (bin.count / most) * SIDE * 0.3;
    const top = (MARGIN + SIDE - height).toFixed(1);
    const width = ((bin.most - bin.least) * SIDE - 2).toFixed(1);
    return `<rect x="${x(bin.least)}" y="${top}" width="${width}" height="${height.toFixed(1)}" fill="#d0d7de"/>`;
  });
  const dots = filled.map((bin) => `<circle cx="${x(bin.confidence)}" cy="${y(bin.accuracy)}" r="4" fill="#0969da"/>`);
  const line = filled.map((bin) => `${x(bin.confidence)},${y(bin.accuracy)}`).join(" ");
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
    `<text x="${x(value)}" y="${MARGIN + SIDE + 16}" text-anchor="middle">${value}</text>`,
    `<text x="${MARGIN - 8}" y="${y(value)}" text-anchor="end" dominant-baseline="middle">${value}</text>`,
  ]);
  const size = SIDE + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" font-family="sans-serif" font-size="11">`,
    `<rect width="${size}" height="${size}" fill="white"/>`,
    `<text x="${size / 2}" y="20" text-anchor="middle" font-size="13">${title}</text>`,
    `<text x="${size / 2}" y="36" text-anchor="middle">expected calibration error ${expectedError.toFixed(3)}, n = ${Math.round(count)}</text>`,
    ...bars,
    `<rect x="${MARGIN}" y="${MARGIN}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#57606a"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#57606a" stroke-dasharray="4 4"/>`,
    `<polyline points="${line}" fill="none" stroke="#0969da" stroke-width="1.5"/>`,
    ...dots,
    ...ticks,
    `<text x="${size / 2}" y="${size - 10}" text-anchor="middle">confidence</text>`,
    `<text x="14" y="${size / 2}" text-anchor="middle" transform="rotate(-90 14 ${size / 2})">share that is right</text>`,
    "</svg>",
    "",
  ].join("\n");
}
