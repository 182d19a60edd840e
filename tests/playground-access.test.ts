import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { htmlReport } from "../src/diff.js";
import { unspin } from "../src/index.js";
import { DESKTOP, type Device, photograph, visit, WITHOUT_BROWSER } from "./playground-harness.js";
import { playground } from "./playground-suite.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SEED = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");

const PHONE: Device = { width: 390, height: 844, colorScheme: "light", touch: true };
const DEVICES: readonly { name: string; device: Device }[] = [
  { name: "desktop-light", device: DESKTOP },
  { name: "desktop-dark", device: { ...DESKTOP, colorScheme: "dark" } },
  { name: "phone-light", device: PHONE },
  { name: "phone-dark", device: { ...PHONE, colorScheme: "dark" } },
];

/** What axe has to say against a page, as "rule: element". */
async function violations(page: Page): Promise<string[]> {
  // Evaluated from outside, it needs no place in the page's security policy.
  await page.evaluate(AXE);
  const results = (await page.evaluate("axe.run()")) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** Pixels by which a page is wider than its window. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

describe.skipIf(WITHOUT_BROWSER)("for everybody", () => {
  const served = playground();

  it.each(DEVICES)("the page has no barriers, at $name", async ({ name, device }) => {
    const { page, trouble } = await visit(served.browser, served.url, device);
    const marks = page.locator(".mark.applied");
    await marks.first().waitFor();
    await photograph(page, `page-${name}`);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("Inline").check();
    await marks.nth(4).click();
    await page.getByRole("dialog").waitFor();
    await photograph(page, `page-${name}-card`);
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "A clean text" }).click();
    await page.getByText("Not spun", { exact: true }).waitFor();
    await photograph(page, `page-${name}-clean`);
    expect(await violations(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it.each(DEVICES)("the HTML report has no barriers, at $name", async ({ name, device }) => {
    const { page, trouble } = await visit(served.browser, "about:blank", device);
    await page.setContent(htmlReport(SEED, unspin(SEED), { title: "seed-article.txt" }));
    await photograph(page, `report-${name}`);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("side by side").check();
    await photograph(page, `report-${name}-sides`);
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});
