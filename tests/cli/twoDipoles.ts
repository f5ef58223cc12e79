/** A figure-of-eight in its smallest form above a head at the origin, as scenes of the terminal take it. */
export const COIL = {
  dipoles: {
    positions: [
      [-0.03, 0, 0.11],
      [0.03, 0, 0.11],
    ],
    moments: [
      [0, 0, -1],
      [0, 0, 1],
    ],
  },
};
