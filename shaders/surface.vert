precision highp float;

in vec3 position;
in vec3 normal;
// Baked per vertex; what it means is up to the surface: ambient occlusion of the cortex, fade-out of the scalp.
in float baked;
#ifdef CARRIES_FIELD
in vec3 vertexField;
in vec3 otherVertexField;
out vec3 vField;
out vec3 vOtherField;
#endif

uniform mat4 modelMatrix;
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform mat3 normalMatrix;

out vec3 vHeadPosition;
out vec3 vHeadNormal;
out vec3 vNormal;
out vec3 vViewPosition;
out float vBaked;

void main() {
  vec4 viewPosition = modelViewMatrix * vec4(position, 1.0);
  vHeadPosition = (modelMatrix * vec4(position, 1.0)).xyz;
  vHeadNormal = mat3(modelMatrix) * normal;
  vNormal = normalMatrix * normal;
  vViewPosition = viewPosition.xyz;
  vBaked = baked;
#ifdef CARRIES_FIELD
  vField = vertexField;
  vOtherField = otherVertexField;
#endif
  gl_Position = projectionMatrix * viewPosition;
}
