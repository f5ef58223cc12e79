in vec3 vNormal;
in vec3 vViewPosition;
in vec3 vAcross;

uniform vec3 baseColor;
// Opacity before the head, and beside it.
uniform float opacity;
uniform float besideHead;
out vec4 fragColor;

// How dark the grooves between the strips are: their walls are copper too.
const float GROOVE = 0.5;

void main() {
  float pixel = fwidth(vAcross.x);
  float share = copperShare(vAcross, pixel);
  vec3 normal = normalize(gl_FrontFacing ? vNormal : -vNormal);
  vec3 view = normalize(-vViewPosition);
  vec3 light = normalize(vec3(-0.45, 0.65, 0.62));
  float key = 0.5 + 0.5 * dot(normal, light);
  float highlight = 0.3 * pow(max(dot(normal, normalize(view + light)), 0.0), 28.0);
  vec3 color = baseColor * (0.62 + 0.38 * key) * mix(GROOVE, 1.0, share) + highlight * share;
  fragColor = vec4(color, (1.0 - QUIETED * quietHere()) * mix(besideHead, opacity, beforeHead()));
}
