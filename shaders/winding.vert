precision highp float;

in vec3 position;
in vec3 normal;
// Place across the strip from its middle, the distance from turn to turn there (0: a wall without gaps), the strip's width; metres.
in vec3 across;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform mat3 normalMatrix;

out vec3 vNormal;
out vec3 vViewPosition;
out vec3 vAcross;

void main() {
  vec4 viewPosition = modelViewMatrix * vec4(position, 1.0);
  vNormal = normalMatrix * normal;
  vViewPosition = viewPosition.xyz;
  vAcross = across;
  gl_Position = projectionMatrix * viewPosition;
}
