// The corner of the head that the active cut planes take away: on the camera's side of all of them.
uniform vec3 cutPosition;
// +1 or -1 toward the side that is taken away, 0 for a plane that does not cut.
uniform vec3 cutSide;

bool isCutAway(vec3 headPosition) {
  vec3 beyond = cutSide * (headPosition - cutPosition);
  return cutSide != vec3(0.0) && all(greaterThanEqual(beyond, vec3(0.0)));
}
