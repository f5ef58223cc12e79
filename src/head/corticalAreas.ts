/** Area [m²] that each vertex stands for: a third of every triangle around it. The sum is the area of the surface. */
export function corticalAreas(surface: { readonly positions: ArrayLike<number>; readonly triangles: ArrayLike<number> }): Float32Array {
  const { positions: p, triangles } = surface;
  const areas = new Float32Array(p.length / 3);
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [3 * triangles[i], 3 * triangles[i + 1], 3 * triangles[i + 2]];
    const u = [p[b] - p[a], p[b + 1] - p[a + 1], p[b + 2] - p[a + 2]];
    const v = [p[c] - p[a], p[c + 1] - p[a + 1], p[c + 2] - p[a + 2]];
    const x = u[1] * v[2] - u[2] * v[1];
    const y = u[2] * v[0] - u[0] * v[2];
    const z = u[0] * v[1] - u[1] * v[0];
    const third = Math.sqrt(x * x + y * y + z * z) / 6;
    for (let corner = 0; corner < 3; corner++) areas[triangles[i + corner]] += third;
  }
  return areas;
}
