precision highp float;

in vec3 position;
#ifdef INSTANCED
in mat4 instanceMatrix;
in vec3 instanceColor;
#else
uniform vec3 color;
#endif

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
// What is drawn: `form` of mark.frag.
uniform int form;
// Half width and half height of what faces the viewer, metres; of a ring its radius.
uniform vec2 extent;

out vec2 vCorner;
out vec3 vColor;
out float vAway;

void main() {
#ifdef INSTANCED
  mat4 toView = modelViewMatrix * instanceMatrix;
  vec2 size = extent * length(instanceMatrix[0].xyz);
  vColor = instanceColor;
#else
  mat4 toView = modelViewMatrix;
  vec2 size = extent;
  vColor = color;
#endif
  vec4 place = toView * vec4(form == 1 ? position : vec3(0.0), 1.0);
  // The ring lies in its plane, all else faces the viewer.
  if (form != 1) place.xy += size * position.xy;
  vCorner = form == 1 ? position.xy / extent : position.xy;
  vAway = -place.z;
  gl_Position = projectionMatrix * place;
}
