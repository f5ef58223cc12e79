// The scale of src/field/colorScale.ts: the table holds sRGB bytes, which reach the screen unchanged.
uniform sampler2D colorTable;
uniform float colorLimit;
uniform vec2 fadeIn;

vec3 scaleColor(float value) {
  float share = clamp(value / colorLimit, 0.0, 1.0);
  return texture(colorTable, vec2((0.5 + share * 255.0) / 256.0, 0.5)).rgb;
}

float scaleOpacity(float value) {
  return smoothstep(fadeIn.x, fadeIn.y, value / colorLimit);
}
