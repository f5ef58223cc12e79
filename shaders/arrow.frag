in vec3 vNormal;

uniform vec3 baseColor;

out vec4 fragColor;

void main() {
  if (quietHere() > 0.5) discard;
  float key = 0.5 + 0.5 * dot(normalize(vNormal), normalize(vec3(-0.45, 0.65, 0.62)));
  fragColor = vec4(baseColor * (0.72 + 0.28 * key), 1.0);
}
