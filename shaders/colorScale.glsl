// The scale of src/field/colorScale.ts: the table holds sRGB bytes, which reach the screen unchanged.
uniform sampler2D colorTable;
uniform float colorLimit;
// ln(limit / lowest) on a logarithmic scale, else 0.
uniform float logSpan;
uniform bool signedScale;
uniform vec2 fadeIn;

float shareOfMagnitude(float value) {
  float relative = abs(value) / colorLimit;
  return logSpan > 0.0 ? 1.0 + log(max(relative, 1e-6)) / logSpan : relative;
}

vec3 scaleColor(float value) {
  float share = clamp(shareOfMagnitude(value), 0.0, 1.0);
  if (signedScale) share = 0.5 + 0.5 * sign(value) * share;
  return texture(colorTable, vec2((0.5 + share * 255.0) / 256.0, 0.5)).rgb;
}

float scaleOpacity(float value) {
  return smoothstep(fadeIn.x, fadeIn.y, shareOfMagnitude(value));
}
