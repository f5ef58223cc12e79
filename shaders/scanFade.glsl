// How much of the skin at a place is that of the scan: it ends below, at the tip of the nose and at the rims of the ears; what closes the surface
// there is invented. SCAN_*: the last planes of the scan and how far before them the skin fades, metres.
float scanFade(vec3 place) {
  float below = smoothstep(SCAN_FLOOR, SCAN_FLOOR + SCAN_SOFT_FLOOR, place.z);
  float aside = 1.0 - smoothstep(SCAN_SIDE - SCAN_SOFT, SCAN_SIDE + SCAN_SOFT, abs(place.x));
  // The brow is cut by less than the skin's own thickness: only nose and mouth end in front.
  float face = 1.0 - smoothstep(-0.035, -0.02, place.z);
  float ahead = 1.0 - face * smoothstep(SCAN_FRONT - 2.0 * SCAN_SOFT, SCAN_FRONT, place.y);
  return below * aside * ahead;
}
