in vec3 position;
in vec3 normal;
// Middle of the arrow, and its direction times its length at the peak of the pulse, in the head frame, metres.
in vec3 anchor;
in vec3 vector;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform mat3 normalMatrix;
// Rate of the current over its largest: 1 at the start of the pulse, negative where the field points the other way.
uniform float rateShare;
// Across the arrow: 1, or more where the arrows are what is looked at.
uniform float thickness;

out vec3 vNormal;

void main() {
  vec3 drawn = vector * rateShare;
  float size = length(drawn);
  vec3 along = drawn / max(size, 1e-9);
  vec3 side = normalize(cross(abs(along.z) < 0.9 ? vec3(0.0, 0.0, 1.0) : vec3(1.0, 0.0, 0.0), along));
  mat3 frame = mat3(side, cross(along, side), along);
  vec3 place = anchor + size * (frame * (vec3(thickness, thickness, 1.0) * (position - vec3(0.0, 0.0, 0.5))));
  vNormal = normalMatrix * (frame * normal);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(place, 1.0);
  if (isCutAway(anchor)) gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
}
