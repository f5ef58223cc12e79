/**
 * Real regular solid harmonics up to degree `maxDegree` at a point: the polynomials `r^l P_l^m cos mφ`, `r^l P_l^m sin mφ` over (l+m)!,
 * which are all solutions of Laplace's equation that are finite at the origin. Order: l = 0…maxDegree, in each l the cosine of m = 0…l,
 * each followed by the sine for m > 0; (maxDegree + 1)² values. Units: length^l. No singular case.
 * Source: recurrences of the associated Legendre functions, e.g. Helgaker et al., Molecular Electronic-Structure Theory, 9.13.
 */
export function regularSolidHarmonics(x: number, y: number, z: number, maxDegree: number): Float64Array {
  const out = new Float64Array((maxDegree + 1) ** 2);
  const squared = x * x + y * y + z * z;
  let cosine = 1;
  let sine = 0;
  for (let m = 0; m <= maxDegree; m++) {
    let previous = 0;
    let current = 1;
    for (let l = m; l <= maxDegree; l++) {
      const index = l * l + (m === 0 ? 0 : 2 * m - 1);
      out[index] = current * cosine;
      if (m > 0) out[index + 1] = current * sine;
      const next = ((2 * l + 1) * z * current - squared * previous) / ((l + 1) ** 2 - m * m);
      previous = current;
      current = next;
    }
    const factor = 1 / (2 * (m + 1));
    const turned = factor * (cosine * x - sine * y);
    sine = factor * (cosine * y + sine * x);
    cosine = turned;
  }
  return out;
}
