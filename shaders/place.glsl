// What the passes before left for every pixel: the brain with its cut planes, and the glassy scalp before it.
uniform sampler2D tissueColor;
uniform sampler2D tissueField;
uniform highp sampler2D tissueDepth;
uniform sampler2D scalpShell;
uniform highp sampler2D scalpDepth;
// Near and far plane of the camera, metres.
uniform vec2 depthRange;
// Of the projection: the two scales and the two shifts.
uniform vec4 lens;
// Camera frame → head frame.
uniform mat4 eyeFrame;

// Distance along the line of sight, in metres.
float eyeDepth(float depth) {
  return depthRange.x * depthRange.y / (depthRange.y - depth * (depthRange.y - depthRange.x));
}

// Place in the head frame of what is seen at a place of the picture (0 to 1) at a depth of the depth buffer.
vec3 placeAt(vec2 uv, float depth) {
  vec3 ray = vec3((2.0 * uv - 1.0 + lens.zw) / lens.xy, -1.0);
  return (eyeFrame * vec4(eyeDepth(depth) * ray, 1.0)).xyz;
}
