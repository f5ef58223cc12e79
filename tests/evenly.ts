import fc from 'fast-check';

/** Numbers spread evenly between two limits. `fc.double` is even over bit patterns instead, so that most of what it draws is as good as zero. */
export const evenly = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1e6 }).map((n) => least + ((most - least) * n) / 1e6);
