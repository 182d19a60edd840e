import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { buildPlayground, launch, type Server, serve } from "./playground-harness.js";

/** The page, built and served, and a browser to visit it with, for the tests of a suite. */
export interface Playground {
  readonly browser: Browser;
  readonly url: string;
}

/** Sets the page up before a suite and takes it down after it. What it gives is there once the suite's tests run. */
export function playground(): Playground {
  let server: Server | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    server = await serve(await buildPlayground());
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  const ready = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error("the page is not up yet");
    return value;
  };
  return {
    get browser() {
      return ready(browser);
    },
    get url() {
      return ready(server).url;
    },
  };
}
