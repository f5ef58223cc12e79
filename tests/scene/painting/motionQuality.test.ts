import { describe, expect, it } from 'vitest';
import { createMotionQuality, STILL } from '../../../src/scene/painting/motionQuality';

/** Draws the still picture in 10 ms, then frames of these costs [ms] one after the other; what the next one will be drawn as. */
const qualityAfter = (...costs: number[]) => {
  const motion = createMotionQuality();
  motion.learn(STILL, 10);
  for (const cost of costs) motion.learn(motion.now(), cost);
  return motion.now();
};
const pixels = ({ share, samples }: typeof STILL): number => share * share * Math.max(samples, 1);

describe('The quality of frames in motion', () => {
  it('is that of the still picture on a machine that keeps up', () => {
    expect(qualityAfter(5, 20, 30, 5)).toBe(STILL);
  });

  it('gives the samples of the edges up first, then pixels, one step a frame', () => {
    expect(qualityAfter(40)).toEqual({ share: 1, samples: 0 });
    expect(pixels(qualityAfter(40, 40))).toBeLessThan(pixels(qualityAfter(40)));
  });

  it('goes down all the way after one frame that is far too slow, and stays there', () => {
    const least = qualityAfter(200);
    expect(least).toEqual(qualityAfter(40, 40, 40, 40, 40, 40));
    expect(qualityAfter(200, 200)).toEqual(least);
    expect(pixels(least)).toBeLessThan(0.1 * pixels(STILL));
  });

  it('comes back up while frames are fast', () => {
    expect(qualityAfter(200, 5, 5, 5, 5, 5)).toBe(STILL);
  });

  it('is the least until a still picture was fast, so that a slow machine shows its first picture early', () => {
    const motion = createMotionQuality();
    const least = motion.now();
    expect(least).toEqual(qualityAfter(200));
    motion.learn(STILL, 200);
    expect(motion.now()).toBe(least);
    motion.learn(STILL, 20);
    expect(motion.now()).toBe(STILL);
  });

  it('does not learn from a frame of another step', () => {
    const motion = createMotionQuality();
    motion.learn({ share: 1, samples: 0 }, 5);
    expect(motion.now()).toEqual(createMotionQuality().now());
  });
});
