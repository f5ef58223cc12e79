precision highp float;

in vec3 vHeadPosition;
in vec3 vNormal;
in vec3 vViewPosition;
// Opacity of its own.
in float vBaked;

uniform vec3 baseColor;
uniform float gloss;
// Opacity before the head, and beside it.
uniform float opacity;
uniform float besideHead;
// Extra opacity at the silhouette, for translucent shells.
uniform float rimOpacity;

out vec4 fragColor;

void main() {
  vec3 normal = normalize(gl_FrontFacing ? vNormal : -vNormal);
  vec3 view = normalize(-vViewPosition);
  float facing = clamp(dot(normal, view), 0.0, 1.0);
  float key = 0.5 + 0.5 * dot(normal, normalize(vec3(-0.45, 0.65, 0.62)));
  vec3 halfway = normalize(view + normalize(vec3(-0.45, 0.65, 0.62)));
  float highlight = gloss * pow(max(dot(normal, halfway), 0.0), 28.0);
  vec3 color = baseColor * (0.35 + 0.65 * key) + highlight;
  fragColor = vec4(color, (1.0 - QUIETED * quietHere()) * vBaked * (mix(besideHead, opacity, beforeHead()) + rimOpacity * pow(1.0 - facing, 2.0)));
}
