declare const unitOf: unique symbol;

/** A plain number that carries its unit in the type, so that metres and millimetres cannot be swapped in a call. */
export type Quantity<Unit extends string> = number & { readonly [unitOf]: Unit };

export type Meters = Quantity<'m'>;
export type Radians = Quantity<'rad'>;
export type Seconds = Quantity<'s'>;
export type AmperesPerSecond = Quantity<'A/s'>;
export type VoltsPerMeter = Quantity<'V/m'>;
export type Tesla = Quantity<'T'>;

export const meters = (value: number): Meters => value as Meters;
export const radians = (value: number): Radians => value as Radians;
export const seconds = (value: number): Seconds => value as Seconds;
export const amperesPerSecond = (value: number): AmperesPerSecond => value as AmperesPerSecond;

export const millimeters = (value: number): Meters => (value * 1e-3) as Meters;
export const degrees = (value: number): Radians => ((value * Math.PI) / 180) as Radians;
export const amperesPerMicrosecond = (value: number): AmperesPerSecond => (value * 1e6) as AmperesPerSecond;

declare const frameOf: unique symbol;

/** Points in the head frame (RAS+, MNI-152 axes), stride 3, metres. */
export type HeadPoints = Float64Array & { readonly [frameOf]?: 'head' };
/** Points in the coil frame (z into the head, handle toward -y), stride 3, metres. */
export type CoilPoints = Float64Array & { readonly [frameOf]?: 'coil' };
