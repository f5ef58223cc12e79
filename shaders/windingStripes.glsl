// Area of the strips between the middle of one and a place `u` across them, for strips of width `strip` every `pitch`.
float stripArea(float u, float pitch, float strip) {
  float turn = floor(u / pitch + 0.5);
  return turn * strip + clamp(u - turn * pitch, -0.5 * strip, 0.5 * strip);
}

// Share of a pixel that copper covers: exact for every width of the pixel, so that turns that run together become an even sheet and never a
// pattern of their own. `across`: as in winding.vert; `pixel`: how far the place across changes over one pixel.
float copperShare(vec3 across, float pixel) {
  if (across.y <= 0.0) return 1.0;
  float width = max(pixel, 1e-5);
  return (stripArea(across.x + 0.5 * width, across.y, across.z) - stripArea(across.x - 0.5 * width, across.y, across.z)) / width;
}
