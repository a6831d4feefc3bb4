/**
 * Bentley and McIlroy's quicksort of places by their values. What is equal comes in the order that it
 * leaves it in, which the engine's digests and its greatest values depend on.
 * @module
 */

const FEW = 16;
const MANY = 129;

/**
 * Sorts places.
 *
 * @param places What is sorted
 * @param values The value of each place
 * @param from The first to be sorted
 * @param to After the last to be sorted
 * @param selects Whether a few are sorted by selection, not by insertion
 */
export function quickSort(
  places: Int32Array,
  values: Float64Array,
  from: number,
  to: number,
  selects = false,
): void {
  const valueAt = (i: number) => values[places[i] as number] as number;
  const swap = (i: number, j: number) => {
    const place = places[i] as number;
    places[i] = places[j] as number;
    places[j] = place;
  };
  const swapRuns = (i: number, j: number, count: number) => {
    for (let k = 0; k < count; k++) swap(i + k, j + k);
  };
  const middle = (i: number, j: number, k: number) => {
    const [a, b, c] = [valueAt(i), valueAt(j), valueAt(k)];
    if (a < b) return b < c ? j : a < c ? k : i;
    return b > c ? j : a > c ? k : i;
  };
  const insertionSort = (start: number, end: number) => {
    for (let i = start + 1; i < end; i++) {
      const place = places[i] as number;
      const value = values[place] as number;
      let j = i;
      for (; j > start && value < valueAt(j - 1); j--) places[j] = places[j - 1] as number;
      places[j] = place;
    }
  };
  const selectionSort = (start: number, end: number) => {
    for (let i = start; i < end - 1; i++) {
      let least = i;
      for (let j = i + 1; j < end; j++) if (valueAt(j) < valueAt(least)) least = j;
      if (least !== i) swap(i, least);
    }
  };
  const sort = (start: number, end: number): void => {
    const length = end - start;
    if (length < FEW) return (selects ? selectionSort : insertionSort)(start, end);
    let [low, centre, high] = [start, start + Math.floor(length / 2), end - 1];
    if (length >= MANY) {
      const eighth = Math.floor(length / 8);
      low = middle(low, low + eighth, low + 2 * eighth);
      centre = middle(centre - eighth, centre, centre + eighth);
      high = middle(high - 2 * eighth, high - eighth, high);
    }
    const pivot = valueAt(middle(low, centre, high));
    // Equal ones gather at both ends, smaller and larger ones between them.
    let [a, b, c, d] = [start, start, end - 1, end - 1];
    for (;;) {
      for (; b <= c && valueAt(b) <= pivot; b++) if (valueAt(b) === pivot) swap(a++, b);
      for (; c >= b && valueAt(c) >= pivot; c--) if (valueAt(c) === pivot) swap(c, d--);
      if (b > c) break;
      swap(b++, c--);
    }
    const before = Math.min(a - start, b - a);
    swapRuns(start, b - before, before);
    const after = Math.min(d - c, end - d - 1);
    swapRuns(b, end - after, after);
    if (b - a > 1) sort(start, start + b - a);
    if (d - c > 1) sort(end - (d - c), end);
  };
  sort(from, to);
}
