/** A label that wants to stand at `position` (pixels along the scale). */
export interface WantedLabel {
  readonly position: number;
}

/**
 * Moves labels apart until neighbors are at least `gap` from each other, keeps their order, stays within [0, length], and moves them as
 * little as it can: overlapping labels form a block that is centered on the mean of where its members want to be.
 *
 * Returns the placed positions in the order of the input.
 */
export function spreadLabels(labels: readonly WantedLabel[], gap: number, length: number): number[] {
  const order = labels.map((_, index) => index).sort((a, b) => labels[a].position - labels[b].position);
  interface Block {
    members: number[];
    start: number;
  }
  const place = (members: number[]): Block => {
    const mean = members.reduce((sum, index, rank) => sum + labels[index].position - rank * gap, 0) / members.length;
    return { members, start: Math.max(0, Math.min(mean, length - (members.length - 1) * gap)) };
  };
  const blocks: Block[] = [];
  for (const index of order) {
    let block = place([index]);
    while (blocks.length > 0) {
      const last = blocks[blocks.length - 1];
      if (last.start + last.members.length * gap <= block.start) break;
      blocks.pop();
      block = place([...last.members, ...block.members]);
    }
    blocks.push(block);
  }
  const out = new Array<number>(labels.length).fill(0);
  for (const { members, start } of blocks) for (const [rank, index] of members.entries()) out[index] = start + rank * gap;
  return out;
}
