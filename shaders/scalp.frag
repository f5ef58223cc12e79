in vec3 vHeadPosition;
in vec3 vNormal;
in vec3 vViewPosition;

uniform vec3 rimColor;

out vec4 fragColor;

// A glassy shell, the skin nearest to the eye alone: bright at the rim; below the brow, where no brain stands behind it, lit softly, so that face and
// ears read.
void main() {
  float fade = scanFade(vHeadPosition);
  if (isCutAway(vHeadPosition) || fade < 0.01) discard;
  vec3 normal = normalize(vNormal);
  vec3 view = normalize(-vViewPosition);
  float turned = 1.0 - clamp(dot(normal, view), 0.0, 1.0);
  float rim = pow(turned, 2.6);
  float sheen = pow(max(dot(reflect(-view, normal), normalize(vec3(-0.4, 0.7, 0.6))), 0.0), 40.0);
  float key = 0.5 + 0.5 * dot(normal, normalize(vec3(-0.45, 0.65, 0.62)));
  float face = (1.0 - smoothstep(-0.01, 0.03, vHeadPosition.z)) * smoothstep(0.03, 0.06, vHeadPosition.y);
  float shell = (0.035 + 0.75 * rim + 0.12 * sheen + face * (0.42 + 0.25 * turned)) * fade;
  vec3 lit = rimColor * mix(1.0, 0.1 + 1.25 * key * key * key, face * (1.0 - rim));
  float alpha = clamp(shell, 0.0, 1.0);
  fragColor = vec4(lit * alpha, alpha);
}
