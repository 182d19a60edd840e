import { fileURLToPath } from "node:url";
import { buildPlayground, launch, serve, visit } from "../tests/playground-harness.js";

/** Takes the manual's pictures of the page in headless Chromium: `npm run pictures`. */
const SIZE = { width: 1240, height: 830 };
const PICTURES = [
  { file: "screenshot.png", colorScheme: "light" },
  { file: "screenshot-dark.png", colorScheme: "dark" },
] as const;

const server = await serve(await buildPlayground());
const browser = await launch();
try {
  for (const { file, colorScheme } of PICTURES) {
    const { page } = await visit(browser, server.url, { ...SIZE, colorScheme });
    const restored = page.getByRole("group", { name: "Restored text" });
    await restored
      .getByRole("button", { name: /, was japanese, / })
      .first()
      .hover();
    await page.getByRole("dialog").waitFor();
    // The card fades in.
    await page.waitForTimeout(500);
    await page.screenshot({ path: fileURLToPath(new URL(file, import.meta.url)) });
    console.log(`demo/${file}`);
  }
} finally {
  await browser.close();
  server.close();
}
