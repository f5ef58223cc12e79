// Where the page has words over the picture: left, lower, right and upper edge in pixels of the page from the picture's lower left corner.
uniform vec4 quiet[QUIET_PLACES];
// From drawn pixels to those of the page.
uniform float quietScale;

// 1 under words, 0 beside them, without a jump.
float quietHere() {
  vec2 place = gl_FragCoord.xy * quietScale;
  float most = 0.0;
  for (int n = 0; n < QUIET_PLACES; n++) {
    vec2 outside = max(quiet[n].xy - place, place - quiet[n].zw);
    float near = 1.0 - smoothstep(4.0, 18.0, max(outside.x, outside.y));
    most = max(most, quiet[n].z > quiet[n].x ? near : 0.0);
  }
  return most;
}

// How much fainter the coil is under words.
const float QUIETED = 0.82;
