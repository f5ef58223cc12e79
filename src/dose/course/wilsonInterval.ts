/**
 * Wilson's score interval for a share of `count` in `total`: unlike count ± error it stays inside 0 to 1 and is usable for 14 people.
 * `z` = 1.96 for 95 %. `total` at least 1. Source: Wilson 1927, J Am Stat Assoc 22:209.
 */
export function wilsonInterval(count: number, total: number, z = 1.959964): readonly [number, number] {
  const share = count / total;
  const weight = (z * z) / total;
  const center = (share + weight / 2) / (1 + weight);
  const half = (z * Math.sqrt((share * (1 - share)) / total + weight / (4 * total))) / (1 + weight);
  return [count === 0 ? 0 : center - half, count === total ? 1 : center + half];
}
