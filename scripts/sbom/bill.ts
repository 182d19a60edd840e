/** The parts of a CycloneDX bill of materials that are looked at here. */
export interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component; readonly [more: string]: unknown };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly [more: string]: unknown;
}

/** A package, or a file of data. */
export interface Component {
  readonly "bom-ref": string;
  readonly type: string;
  readonly name: string;
  readonly version?: string;
  readonly [more: string]: unknown;
}

/** What there is to say of a packed file. */
export interface PackedData {
  readonly name: string;
  readonly description: string;
  /** An SPDX licence expression. */
  readonly licence: string;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly digest: string;
}

/**
 * The bill of what is published: the package, what it needs at run time, and its data. npm itself leaves packages out
 * that development needs, too.
 *
 * @param whole the bill of everything that is installed, as `npm sbom` writes it
 * @param names of the packages that the manifest asks for at run time
 */
export function publishedBill(whole: Bill, name: string, names: readonly string[], data: readonly PackedData[]): Bill {
  const root = { ...whole.metadata.component, name };
  const needed = new Map(whole.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const ofRoot = (needed.get(root["bom-ref"]) ?? []).filter((ref) => names.includes(packageName(ref)));
  const reached = new Set(ofRoot);
  for (const ref of reached) for (const next of needed.get(ref) ?? []) reached.add(next);
  const files = data.map((file) => dataComponent(file));
  return {
    ...whole,
    metadata: { ...whole.metadata, component: root },
    components: [...whole.components.filter((component) => reached.has(component["bom-ref"])), ...files],
    dependencies: [
      { ref: root["bom-ref"], dependsOn: [...ofRoot, ...files.map((file) => file["bom-ref"])] },
      ...whole.dependencies.filter(({ ref }) => reached.has(ref)),
    ],
  };
}

/** The name in a reference like "@scope/name@1.2.3". */
function packageName(ref: string): string {
  return ref.slice(0, ref.indexOf("@", 1));
}

function dataComponent({ name, description, licence, digest }: PackedData): Component {
  return {
    "bom-ref": `data:${name}`,
    type: "data",
    name,
    description,
    hashes: [{ alg: "SHA-256", content: digest }],
    licenses: [{ expression: licence }],
  };
}
