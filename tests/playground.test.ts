import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { photograph, type Visit, visit, WITHOUT_BROWSER } from "./playground-harness.js";
import { playground } from "./playground-suite.js";

const SEED = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8").trim();
const CLEAN = readFileSync(new URL("../demo/playground/examples/clean.txt", import.meta.url), "utf8").trim();

const restored = (page: Page): Locator => page.getByRole("group", { name: "Restored text" });
const card = (page: Page): Locator => page.getByRole("dialog");

/** The first mark of an edit that was made for these words. */
const mark = (page: Page, before: string): Locator =>
  restored(page)
    .getByRole("button", { name: new RegExp(`, was ${before}, `) })
    .first();

/** The text of the restored pane. */
const shown = async (page: Page): Promise<string> => (await restored(page).locator("p").allTextContents()).join("\n");

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your text" }).fill(text);
}

describe.skipIf(WITHOUT_BROWSER)("the page", () => {
  const served = playground();

  const visits: Visit[] = [];

  async function open(): Promise<Page> {
    const opened = await visit(served.browser, served.url);
    await mark(opened.page, "japanese").waitFor();
    visits.push(opened);
    return opened.page;
  }

  /** Closes the pages; whatever they were used for, none had anything to complain of. */
  async function closeQuietly(): Promise<void> {
    const trouble = visits.flatMap((one) => one.trouble);
    await Promise.all(visits.splice(0).map(({ page }) => page.context().close()));
    expect(trouble).toEqual([]);
  }

  it("restores the seed article and leaves its quotations alone", async () => {
    const page = await open();
    const text = await shown(page);
    expect(text).toContain("ceasefire in eastern Ukraine");
    expect(text).toContain("Macron’s office said");
    expect(text).toContain("“the need to favour a diplomatic solution to the ongoing crisis and to do everything to");
    await page.getByText("Spun", { exact: true }).waitFor();
    expect(await page.locator(".regions").textContent()).toMatch(/Body[1-9]\d\s%Quotations\d\s%/);
    expect(await page.locator(".mirror .swapped").allTextContents()).toContain("japanese");
    await closeQuietly();
  });

  it("leaves a clean text as it is and says so", async () => {
    const page = await open();
    await page.getByRole("button", { name: "A clean text" }).click();
    await page.getByText("Not spun", { exact: true }).waitFor();
    expect(await shown(page)).toBe(CLEAN);
    expect(await restored(page).getByRole("button").count()).toBe(0);
    await closeQuietly();
  });

  it("follows while one types, and keeps the marks that typing leaves alone", async () => {
    const page = await open();
    const field = page.getByRole("textbox", { name: "Your text" });
    await field.press("Control+Home");
    await field.pressSequentially("Good morning. ");
    await restored(page).getByText("Good morning. date 2022-02-20").waitFor();
    expect(await page.locator(".mirror .swapped").first().textContent()).not.toBe("");
    await write(page, "");
    await page.getByText("Nothing yet").waitFor();
    await write(page, "He went home.");
    await page.getByText("Too short to tell").waitFor();
    await write(page, "a".repeat(100_001));
    await page.getByText("Too long for this page").waitFor();
    await closeQuietly();
  });

  it("shows reason, confidence and entry at the pointer and takes them away again", async () => {
    const page = await open();
    await mark(page, "japanese").hover();
    await card(page).waitFor();
    const text = await card(page).textContent();
    expect(text).toMatch(/japanese → eastern\d\d\s% sure/);
    expect(text).toMatch(/\w+: japanese(?: \w+)? > eastern/);
    expect(await page.locator(".mirror .pointed").textContent()).toBe("japanese");
    await page.getByRole("heading", { level: 1 }).hover();
    await card(page).waitFor({ state: "detached" });
    await closeQuietly();
  });

  it("accepts, rejects and takes other words, by mouse", async () => {
    const page = await open();
    await mark(page, "japanese").click();
    await card(page).getByRole("button", { name: "Keep “japanese”" }).click();
    expect(await shown(page)).toContain("ceasefire in japanese Ukraine");
    await card(page).getByRole("button", { name: "Accept" }).click();
    expect(await shown(page)).toContain("ceasefire in eastern Ukraine");
    await card(page).getByRole("button", { name: "Close" }).click();
    await page.getByText("1 decision of yours.").waitFor();

    const chosen = await chooseAnother(page);
    expect(await shown(page)).toContain(chosen);
    await page.getByRole("button", { name: "Take back" }).click();
    expect(await page.getByText("of yours").count()).toBe(0);
    await closeQuietly();
  });

  /** Takes an alternative of the first mark that has one. */
  async function chooseAnother(page: Page): Promise<string> {
    for (const one of await restored(page).getByRole("button").all()) {
      await one.focus();
      const other = card(page).locator(".others button").first();
      if ((await other.count()) === 0) continue;
      const words = ((await other.textContent()) ?? "").replace(/\s\d+\s%$/, "");
      await other.click();
      expect(await other.getAttribute("aria-pressed")).toBe("true");
      return words;
    }
    throw new Error("no mark has an alternative");
  }

  it("does all of this by keyboard", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Download HTML report" }).focus();
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    const first = await restored(page).getByRole("button").first().getAttribute("aria-label");
    expect(await focused.getAttribute("aria-label")).toBe(first);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    expect(await focused.getAttribute("aria-label")).toBe(first);

    await mark(page, "japanese").focus();
    await page.keyboard.press("r");
    expect(await focused.getAttribute("aria-label")).toBe("japanese, kept");
    await page.keyboard.press("a");
    expect(await focused.getAttribute("aria-label")).toBe("eastern, was japanese, accepted");
    await page.keyboard.press("a");
    expect(await focused.getAttribute("aria-label")).toMatch(/^eastern, was japanese, \d\d\s% sure$/);

    await page.keyboard.press("Enter");
    await card(page).locator(":focus").waitFor();
    await page.keyboard.press("Escape");
    await card(page).waitFor({ state: "detached" });
    expect(await focused.getAttribute("aria-label")).toContain("was japanese");
    await page.keyboard.press("Tab");
    expect(await restored(page).locator(":focus").count()).toBe(0);
    await closeQuietly();
  });

  it("applies fewer edits the surer they have to be", async () => {
    const page = await open();
    const slider = page.getByRole("slider", { name: "Least confidence of an edit that is applied" });
    const applied = page.locator(".mark.applied");
    const balanced = await applied.count();
    await slider.press("End");
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/^99\s% sure$/);
    await expect.poll(() => applied.count()).toBeLessThan(balanced);
    await slider.press("Home");
    await expect.poll(() => applied.count()).toBeGreaterThan(balanced);
    await closeQuietly();
  });

  it("shows both sides in one, and takes the result out", async () => {
    const page = await open();
    await page.getByLabel("Inline").check();
    expect(await shown(page)).toContain("in japanese eastern Ukraine");

    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByText("Copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("ceasefire in eastern Ukraine");

    const json = JSON.parse(await downloaded(page, "Download JSON"));
    expect(json).toMatchObject({ original: SEED, text: copied, rejected: [], detection: { spun: true } });
    expect(json.edits[0]).toMatchObject({ line: expect.any(Number), entry: expect.any(String) });
    expect(await downloaded(page, "Download HTML report")).toMatch(/^<!doctype html>.*<ins [^>]*>eastern<\/ins>/s);
    await closeQuietly();
  });

  async function downloaded(page: Page, button: string): Promise<string> {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return readFile(await file.path(), "utf8");
  }

  it("takes a file that is opened or dropped, and no binary one", async () => {
    const page = await open();
    const choose = page.getByLabel("Open a text file");
    await choose.setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("One line.\r\nTwo.") });
    await expect.poll(() => page.getByRole("textbox").inputValue()).toBe("One line.\nTwo.");
    await choose.setInputFiles({ name: "b.txt", mimeType: "text/plain", buffer: Buffer.from([0xff, 0xfe, 0]) });
    await page.getByText("b.txt is no text in UTF-8.").waitFor();
    await page.locator(".editor").evaluate((editor) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["Dropped here."], "c.txt", { type: "text/plain" }));
      editor.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => page.getByRole("textbox").inputValue()).toBe("Dropped here.");
    await closeQuietly();
  });

  it("says what is wrong if its data is missing, and tries again", async () => {
    const { page } = await visit(served.browser, "about:blank");
    await page.context().route(/ranker/, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(served.url);
    await page.getByText(/^cannot load ranker from .*: 404/).waitFor();
    await photograph(page, "page-failed");
    await page.context().unroute(/ranker/);
    await page.getByRole("button", { name: "Try again" }).click();
    await mark(page, "japanese").waitFor();
    await page.context().close();
  });
});
