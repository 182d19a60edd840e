/** A prediction and whether it came true. */
export interface Prediction {
  /** 0 to 1. */
  readonly confidence: number;
  readonly right: boolean;
  /** How much it counts; 1 unless told. */
  readonly weight?: number;
}

/** Predictions of about the same confidence. */
export interface ReliabilityBin {
  readonly least: number;
  readonly most: number;
  /** Sum of weights. */
  readonly count: number;
  /** Mean confidence and share of right ones, 0 to 1; 0 in an empty bin. */
  readonly confidence: number;
  readonly accuracy: number;
}

/** How far confidence can be taken at its word. */
export interface Calibration {
  readonly bins: readonly ReliabilityBin[];
  /** Mean distance of confidence and accuracy over the bins, weighted by their counts, 0 to 1 (Naeini et al. 2015). */
  readonly expectedError: number;
  readonly count: number;
}

const BINS = 10;

/** Sorts predictions into ten bins of equal width. */
export function calibrationOf(predictions: readonly Prediction[]): Calibration {
  const count = new Float64Array(BINS);
  const confidence = new Float64Array(BINS);
  const right = new Float64Array(BINS);
  for (const prediction of predictions) {
    const bin = Math.min(BINS - 1, Math.floor(prediction.confidence * BINS));
    const weight = prediction.weight ?? 1;
    count[bin] += weight;
    confidence[bin] += weight * prediction.confidence;
    right[bin] += prediction.right ? weight : 0;
  }
  const total = count.reduce((sum, each) => sum + each, 0);
  const bins = Array.from(count, (size, bin) => ({
    least: bin / BINS,
    most: (bin + 1) / BINS,
    count: size,
    confidence: size > 0 ? confidence[bin] / size : 0,
    accuracy: size > 0 ? right[bin] / size : 0,
  }));
  const distance = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.accuracy), 0);
  return { bins, expectedError: total > 0 ? distance / total : 0, count: total };
}
