/*
 * What a terabyte costs, from throughput that was measured:
 *
 *   unspin --jsonl -o /dev/null pages.jsonl 2>&1 | tsx examples/cost/main.ts [PRICE]
 *
 * Reads the line of figures that the command ends with, from standard input, and writes a table in Markdown. PRICE is
 * that of a core for an hour; 0.04 if not said.
 */
import { text } from "node:stream/consumers";

const MACHINES = [
  ["a laptop", 8],
  ["a server", 64],
  ["a small cluster", 512],
  ["a large cluster", 4096],
] as const;

/** The table for a core that does so many megabytes in a second. */
export function costTable(megabytesPerSecond: number, price: number): string {
  const hours = 1e6 / megabytesPerSecond / 3600;
  const rows = MACHINES.map(([name, cores]) => `| ${name} | ${cores} | ${duration(hours / cores)} |`);
  return [
    `A terabyte takes ${Math.round(hours).toLocaleString("en")} core hours at ${megabytesPerSecond} MB/s,`,
    `$${Math.round(hours * price).toLocaleString("en")} at $${price} for a core and hour, whatever the number of cores.`,
    "",
    "| on | cores | a terabyte takes |",
    "| --- | ---: | ---: |",
    ...rows,
    "",
  ].join("\n");
}

function duration(hours: number): string {
  if (hours >= 48) return `${(hours / 24).toFixed(1)} days`;
  return hours >= 2 ? `${hours.toFixed(1)} hours` : `${Math.ceil(hours * 60)} minutes`;
}

if (process.argv[1]?.endsWith("main.ts")) {
  const figures = (await text(process.stdin)).split("\n").find((line) => line.startsWith('{"unspin":'));
  if (figures === undefined) throw new Error("no line of figures on standard input");
  const { unspin } = JSON.parse(figures) as { unspin: { megabytesPerSecond: number } };
  process.stdout.write(costTable(unspin.megabytesPerSecond, Number(process.argv[2] ?? "0.04")));
}
