import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Redis } from "ioredis";

/** A Redis server of this machine. */
export interface RedisServer {
  readonly port: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Redis is not installed here. */
export class NoRedis extends Error {
  override readonly name = "NoRedis";
}

/**
 * Starts `redis-server` with append-only persistence: what it has acknowledged is on disk.
 *
 * @param directory where it keeps its data; a server that is started with the data of another one goes on from there
 * @param port a free one if not said
 * @throws {NoRedis} if there is no `redis-server`
 */
export async function startRedis(directory: string, port?: number): Promise<RedisServer> {
  const at = port ?? (await freePort());
  const options = ["--port", String(at), "--bind", "127.0.0.1", "--dir", directory, "--save", ""];
  const server = spawn("redis-server", [...options, "--appendonly", "yes", "--appendfsync", "always"], {
    stdio: "ignore",
  });
  await once(server, "spawn").catch((cause: unknown) => {
    throw new NoRedis("redis-server is not installed: apt-get install redis-server", { cause });
  });
  await isReady(at);
  return {
    port: at,
    kill: () => end(server, "SIGKILL"),
    stop: () => end(server, "SIGTERM"),
  };
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, "exit");
  server.kill(signal);
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function isReady(port: number): Promise<void> {
  const client = connectTo(port);
  await client.ping();
  client.disconnect();
}

/** A connection that waits for the server to come, and to come back. */
export function connectTo(port: number): Redis {
  const client = new Redis({
    host: "127.0.0.1",
    port,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(50 * attempt, 500),
  });
  // A server that is away is no error of the client's: it tries again.
  client.on("error", () => {});
  return client;
}
