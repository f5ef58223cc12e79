// How far behind the brain's surface a mark may lie and still count as lying on it, metres.
const float SLACK = 0.004;
// Opacity of what the brain hides.
const float FADED = 0.35;

// 0 for what lies before the brain or on it, 1 behind. `away`: distance along the line of sight, metres.
float hiddenByBrain(float away) {
  float depth = texture(tissueDepth, gl_FragCoord.xy / vec2(textureSize(tissueDepth, 0))).r;
  return depth < 1.0 ? smoothstep(SLACK, 1.75 * SLACK, away - eyeDepth(depth)) : 0.0;
}
