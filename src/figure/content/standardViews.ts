import type { Vec3 } from '../../core/vec3';

export type ViewName = 'left' | 'right' | 'anterior' | 'posterior' | 'superior' | 'inferior';

/** From where the six standard views are seen: direction from the middle of the head. */
export const STANDARD_VIEWS: Readonly<Record<ViewName, { readonly title: string; readonly direction: Vec3 }>> = {
  left: { title: 'Left', direction: [-1, 0, 0] },
  right: { title: 'Right', direction: [1, 0, 0] },
  anterior: { title: 'Front', direction: [0, 1, 0] },
  posterior: { title: 'Back', direction: [0, -1, 0] },
  // Not exactly from above and below, where "up" would vanish; the front stays up.
  superior: { title: 'Top', direction: [0, -0.0005, 1] },
  inferior: { title: 'Bottom', direction: [0, 0.0005, -1] },
};
