/** Two opposite humps about 25 ms after the pulse, peak to peak 1: a drawn shape, only its amplitude ever means something. `t` in milliseconds. */
export const mepShape = (t: number): number => {
  const u = (t - 25) / 3;
  return -u * Math.exp(0.5 - (u * u) / 2) * 0.5;
};
