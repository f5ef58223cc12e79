// Lines of constant field: white with a dark halo at half the peak, dark with a light halo at the threshold. Width in pixels of the screen,
// by the screen-space gradient of the value, so that it does not change with slope or distance.
uniform bool showContours;
// Half the peak, threshold; 0: no line.
uniform vec2 contourLevels;
// Drawn pixels per pixel of the page.
uniform float pixelScale;

const float CORE = 0.75;
const float HALO = 2.25;

// Coverage of a line and of its halo at a distance in pixels of the page from its middle.
vec2 lineCoverage(float distance) {
  float blur = 0.5 / pixelScale;
  return 1.0 - smoothstep(vec2(CORE, HALO) - blur, vec2(CORE, HALO) + blur, vec2(distance));
}

// `layer`: premultiplied. `gradient`: change of the value from one drawn pixel to the next; taken by the caller where all pixels still run together.
vec4 drawContours(vec4 layer, float size, float gradient) {
  if (!showContours) return layer;
  float perPixel = max(gradient * pixelScale, 1e-12);
  vec2 distances = abs(vec2(size) - contourLevels) / perPixel;
  vec2 halfPeak = contourLevels.x > 0.0 ? lineCoverage(distances.x) : vec2(0.0);
  vec2 threshold = contourLevels.y > 0.0 ? lineCoverage(distances.y) : vec2(0.0);
  vec4 light = vec4(vec3(LINE_LIGHT), 1.0);
  vec4 dark = vec4(vec3(LINE_DARK), 1.0);
  layer = mix(layer, light, 0.55 * threshold.y);
  layer = mix(layer, dark, threshold.x);
  layer = mix(layer, dark, 0.55 * halfPeak.y);
  return mix(layer, vec4(1.0), halfPeak.x);
}
