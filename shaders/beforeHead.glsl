// How much of the neighborhood of this pixel the head covers, 0 beside its silhouette.
float beforeHead() {
  vec2 size = vec2(textureSize(tissueDepth, 0));
  float covered = 0.0;
  for (int n = 0; n < 4; n++) {
    vec2 uv = (gl_FragCoord.xy + vec2(n % 2, n / 2) * 2.0 - 1.0) / size;
    covered += min(texture(tissueDepth, uv).r, texture(scalpDepth, uv).r) < 1.0 ? 0.25 : 0.0;
  }
  return covered;
}
