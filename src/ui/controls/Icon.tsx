/** Stroke drawings on a 20 × 20 grid. */
const PATHS = {
  undo: 'M4 8h8a4 4 0 0 1 0 8H9M7 4.5 3.5 8 7 11.5',
  redo: 'M16 8H8a4 4 0 0 0 0 8h3M13 4.5 16.5 8 13 11.5',
  reset: 'M4.2 10a5.8 5.8 0 1 0 1.9-4.3M3.8 3.6v3.2H7',
  picture: 'M3.5 6.5h3l1.2-2h4.6l1.2 2h3v9h-13zM10 13.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  stage: 'M16 12.2A6.5 6.5 0 0 1 7.8 4a6.5 6.5 0 1 0 8.2 8.2z',
  light:
    'M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M4.7 15.3l1.1-1.1M14.2 5.8l1.1-1.1',
  projector: 'M3 4.5h14M4.2 4.5v8.5h11.6V4.5M10 13v2M7 17.2l3-2.2 3 2.2',
  share: 'M10 12.5V3M6.5 6.2 10 2.8l3.5 3.4M6 9H4v8h12V9h-2',
  help: 'M7.6 7.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.8M10 14.2v.3M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4z',
  time: 'M10 5.8V10l2.8 1.8M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4z',
  lessons: 'M2.8 5.2c2.6-.9 5-.6 7.2.9 2.2-1.5 4.6-1.8 7.2-.9v10c-2.6-.9-5-.6-7.2.9-2.2-1.5-4.6-1.8-7.2-.9zM10 6.1v10',
  play: 'M7 4.8v10.4l8.2-5.2z',
  pause: 'M7 5v10M13 5v10',
  chevron: 'M6 8l4 4 4-4',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  plus: 'M10 5v10M5 10h10',
  minus: 'M5 10h10',
  target: 'M10 14.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10 2.5v5M10 12.5v5M2.5 10h5M12.5 10h5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" data-icon={name} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
