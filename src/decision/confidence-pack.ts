import { ModelError } from "../errors.js";
import { decodePacked, encodePacked } from "../packed-file.js";
import { type BoostedTrees, TREE_DEPTH, TREE_LEAVES } from "./boosted-trees.js";
import { CONFIDENCE_FEATURES } from "./confidence-features.js";

interface Header {
  readonly bias: number;
  /** What a leaf's whole number counts for. */
  readonly step: number;
  readonly trees: number;
}

/** Packs trained trees. @param step leaves are kept in multiples of this */
export function encodeConfidence(trees: BoostedTrees, step: number): Uint8Array {
  const header: Header = { bias: trees.bias, step, trees: trees.feature.length / TREE_DEPTH };
  const leaves = Int16Array.from(trees.leaf, (value) => Math.round(value / step));
  const sections = new Map([
    ["features", trees.feature],
    [
      "thresholds",
      littleEndian(trees.threshold.length, 4, (view, i) => view.setFloat32(4 * i, trees.threshold[i], true)),
    ],
    ["leaves", littleEndian(leaves.length, 2, (view, i) => view.setInt16(2 * i, leaves[i], true))],
  ]);
  return encodePacked("confidence", header, sections);
}

/**
 * Unpacks what `encodeConfidence` packed.
 *
 * @throws {ModelError} if the bytes are no whole set of trees, or one over other features
 */
export function decodeConfidence(bytes: Uint8Array): BoostedTrees {
  const file = decodePacked<Header>("confidence", bytes);
  const { bias, step, trees } = file.header;
  const feature = file.section("features").slice();
  const thresholds = file.section("thresholds");
  const leaves = file.section("leaves");
  const questions = trees * TREE_DEPTH;
  if (feature.length !== questions || thresholds.length !== 4 * questions || leaves.length !== 2 * trees * TREE_LEAVES)
    throw new ModelError(`confidence of ${trees} trees with sections of other lengths`);
  if (feature.some((index) => index >= CONFIDENCE_FEATURES))
    throw new ModelError(`confidence over more than ${CONFIDENCE_FEATURES} features`);
  const numbers = viewOf(thresholds);
  const answers = viewOf(leaves);
  return {
    bias,
    feature,
    threshold: Float32Array.from({ length: questions }, (_, i) => numbers.getFloat32(4 * i, true)),
    leaf: Float32Array.from({ length: trees * TREE_LEAVES }, (_, i) => answers.getInt16(2 * i, true) * step),
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function littleEndian(count: number, width: number, write: (view: DataView, index: number) => void): Uint8Array {
  const bytes = new Uint8Array(count * width);
  const view = viewOf(bytes);
  for (let i = 0; i < count; i++) write(view, i);
  return bytes;
}
