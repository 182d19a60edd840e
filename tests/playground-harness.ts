import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { playgroundConfig } from "../demo/playground/vite.config.js";
import { buildBrowserModule } from "./browser-harness.js";

const CHROMIUM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find(existsSync);

/** Without a browser there is nothing to test in, except where it has to be there. */
export const WITHOUT_BROWSER = CHROMIUM === undefined && process.env.CI !== "true";

if (WITHOUT_BROWSER) console.warn("No Chromium found (apt-get install chromium): the page is not tested.");

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A folder that can be visited. */
export interface Server {
  /** Ends with a slash. */
  readonly url: string;
  close(): void;
}

/** Serves a folder, as any web server would. */
export async function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    try {
      const bytes = await readFile(join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname));
      const type = TYPES[extname(pathname) || ".html"] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "content-length": bytes.length }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** Builds the static page with the library as it is now. Gives its folder. */
export async function buildPlayground(): Promise<string> {
  const browser = await buildBrowserModule();
  const config = playgroundConfig({ browser, diff: fileURLToPath(new URL("../src/diff.ts", import.meta.url)) });
  const outDir = mkdtempSync(join(tmpdir(), "unspin-playground-"));
  await build({ ...config, configFile: false, logLevel: "warn", build: { ...config.build, outDir } });
  return outDir;
}

/** Starts the browser. */
export function launch(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error("no Chromium found");
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A page, and what went wrong on it: console errors and warnings, exceptions, refused by the security policy. */
export interface Visit {
  readonly page: Page;
  readonly trouble: readonly string[];
}

/** What the visitor's device is like. */
export interface Device {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
  readonly touch?: boolean;
}

export const DESKTOP: Device = { width: 1280, height: 860, colorScheme: "light" };

/** A page that shares a busy machine, in milliseconds; the runner gives up a little later. */
const PATIENCE = 100_000;

/** Opens an address in a browser of its own, with its own storage. */
export async function visit(browser: Browser, url: string, device: Device = DESKTOP): Promise<Visit> {
  const { width, height, colorScheme, touch = false } = device;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, hasTouch: touch });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(String(error)));
  await page.goto(url);
  return { page, trouble };
}

/** Keeps a picture of a page for people to look at. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = fileURLToPath(new URL("../demo/out/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
