import { crc32 } from '../../core/crc32';
import type { RigidTransform } from '../../core/rigidTransform';
import { at, distance, dot, type Vec3 } from '../../core/vec3';
import { type CoilPlace, TARGET_ANCHOR } from '../../head/coilPlace';
import type { HeadModel } from '../../head/loadHead';
import { nearestVertex } from '../../head/nearestVertex';
import { regionOf } from '../../head/regions';
import { isStandard } from '../../physics/folded/foldedSlopes';
import type { TissueGrid } from '../../physics/folded/tissueGrid';
import type { TapeMeasures } from '../../placement/beamF3';
import { type CoilPlaces, createCoilPlaces, type Offsets } from '../../placement/coilPlaces';
import { type CoilHold, coilPose } from '../../placement/coilPose';
import { distanceOfPoints } from '../../placement/distanceOfPoints';
import { type PlacementMethods, placementMethods } from '../../placement/placementMethods';
import { anglesOfPose, gapOfPose, scalpBelow } from '../../placement/poseAsHold';
import { createSurfaceQueries, type ScalpPoint, type SurfaceQueries } from '../../placement/scalpQueries';
import type { Ray } from '../../placement/scalpUnderRay';
import { radialPoint } from '../../placement/scalpWalk';
import type { Choices, FieldModel } from '../../state/choices';
import { clampParameter } from '../../state/parameters';
import { createSession, type Session } from '../../state/session';
import type { ChoiceStore } from '../../state/store';
import type { SearchRequest } from '../search/searchMessages';
import { searchRequest } from '../search/searchRequest';
import { type CoilInUse, prepareCoil, sameCoil } from './coilOfChoices';
import { createComparison } from './comparison';
import { FieldEngine, type WorkerLike } from './fieldEngine';
import type { FieldRequest, FieldResult } from './fieldMessages';
import { type DataState, type HeadData, LOADING } from './headData';
import { servedModel } from './modelLadder';
import { PLACEMENT_KEYS } from './placementKeys';
import type { SimulationSnapshot, TargetPlace, UnderCoil } from './sceneSnapshot';
import type { ComparisonStore, PoseChoices, SceneSource } from './sceneSource';
import { factorsOfChoices } from './tissueFactors';

const OVER_TARGET: CoilPlace = { anchorId: TARGET_ANCHOR, offsetForward: 0, offsetRight: 0 };

type PlacedCoil = Pick<SimulationSnapshot, 'coil' | 'target' | 'place' | 'under' | 'pose' | 'windingDistance'>;

/**
 * The chain: choices → scalp point → coil pose → dipoles → field in the worker. Only the choices in `PLACEMENT_KEYS` reach it;
 * intensity, pulse and display never do.
 */
export class Simulation implements SceneSource {
  readonly store: ChoiceStore;
  readonly session: Session;
  readonly head: HeadModel;
  readonly comparison: ComparisonStore;
  readonly #scalp: SurfaceQueries;
  readonly #smoothScalp: SurfaceQueries;
  readonly #places: CoilPlaces;
  readonly #engine: FieldEngine;
  readonly #listeners = new Set<() => void>();
  #coil: CoilInUse;
  #target: TargetPlace;
  #snapshot: SimulationSnapshot;
  readonly #data = new Map<HeadData, Uint8Array>();
  /** Files that were asked for; one that was refused is taken out again. */
  readonly #onWay = new Map<HeadData, Promise<void>>();

  constructor(store: ChoiceStore, head: HeadModel, spawn: () => WorkerLike, session: Session = createSession(store)) {
    this.store = store;
    this.session = session;
    this.head = head;
    this.#scalp = createSurfaceQueries(head.scalp);
    this.#smoothScalp = createSurfaceQueries(head.shells.scalp);
    this.#places = createCoilPlaces(this.#smoothScalp, head.sphere.center, head.landmarks);
    const choices = store.getState();
    this.#coil = prepareCoil(choices, session.getState().ownCoils);
    this.#target = this.#locateTarget(choices.targetId);
    this.#snapshot = {
      ...this.#placed(choices, this.#coil, this.#target),
      request: 1,
      field: null,
      grid: null,
      operator: LOADING,
      rows: LOADING,
      slopes: LOADING,
      blocks: null,
      trouble: null,
    };
    this.#engine = new FieldEngine(
      spawn,
      { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center },
      {
        onGrid: (grid) => this.#publish({ grid }),
        onResult: (field) => this.#publish({ field, trouble: null }),
        onData: (name, refusal) => this.#dataAnswered(name, refusal),
        onTrouble: (trouble) => this.#publish({ trouble }),
      },
    );
    this.#engine.request(this.#currentRequest());
    // First of all that listen: whoever hears of a choice finds the snapshot that follows from it.
    store.subscribe((now, before) => this.#choicesChanged(now, before));
    this.comparison = createComparison(store);
  }

  readonly snapshot = (): SimulationSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** How many poses were computed; a benchmark and the intensity test read it. */
  get requestsSent(): number {
    return this.#engine.requestsSent;
  }

  placeOver(point: Vec3): CoilPlace {
    return this.#places.placeOf(point, this.#target.scalp.position);
  }

  placeAfter(change: Partial<Offsets>, anchor: 'stays' | 'follows'): CoilPlace {
    const from = this.#target.scalp.position;
    const place = this.#places.after(this.store.getState(), change, from);
    return anchor === 'stays' ? place : this.#places.reanchored(place, from);
  }

  placeUnder(ray: Ray): CoilPlace {
    return this.placeOver(this.#places.under(this.#snapshot.place.position, ray));
  }

  choicesOfPose(pose: RigidTransform): PoseChoices {
    const { casing, contactMargin } = this.#coil;
    const below = scalpBelow(this.#smoothScalp, pose.origin);
    const place = this.placeOver(below.position);
    // Below the edge of where a coil can lie the place is another.
    const point = this.#places.pointOf(place, this.#target.scalp.position);
    const angles = anglesOfPose(point.normal, pose);
    const gap = gapOfPose(this.#scalp, casing, point, angles, pose) - contactMargin;
    const choices = { ...place, ...clampedHold({ ...angles, coilDistance: gap }) };
    const { x, y, z, origin } = this.#poseAt(point, choices, this.#coil);
    const turn = Math.max(...[dot(x, pose.x), dot(y, pose.y), dot(z, pose.z)].map((cosine) => Math.acos(Math.min(1, cosine))));
    return { choices, shift: distance(origin, pose.origin), turn, gap };
  }

  placementMethods(measures: TapeMeasures): PlacementMethods {
    return placementMethods(this.#smoothScalp, this.head.sphere.center, this.head.landmarks, measures);
  }

  searchRequest(): SearchRequest | null {
    return searchRequest(this.#snapshot, this.head, this.#coil, this.store.getState(), this.#data);
  }

  fieldBy(model: FieldModel): Promise<FieldResult | null> {
    return this.#engine.beside({ ...this.#currentRequest(), model: servedModel(model, this.#snapshot) });
  }

  fieldAtTurns(): Promise<Float32Array | null> {
    return this.#engine.turns(this.#currentRequest());
  }

  targetPlace(id: string): TargetPlace | null {
    return this.head.landmarks.targets.some((target) => target.id === id) ? this.#locateTarget(id) : null;
  }

  fieldAtTurnsOver(target: TargetPlace, hold: CoilHold): Promise<Float32Array | null> {
    const place = this.#places.pointOf(OVER_TARGET, target.scalp.position);
    const pose = this.#poseAt(place, hold, this.#coil);
    return this.#engine.turns({ ...this.#currentRequest(), pose, target: target.cortex });
  }

  fieldAtTilt(tilt: Pick<CoilHold, 'tiltPitch' | 'tiltRoll'>): Promise<FieldResult | null> {
    const pose = this.#poseAt(this.#snapshot.place, { ...this.store.getState(), ...tilt }, this.#coil);
    return this.#engine.beside({ ...this.#currentRequest(), pose });
  }

  async snapshotOf(choices: Choices): Promise<SimulationSnapshot | null> {
    const coil = prepareCoil(choices, this.session.getState().ownCoils);
    const placed = this.#placed(choices, coil, this.#locateTarget(choices.targetId));
    const { pose, target } = placed;
    const { request: serial } = this.#snapshot;
    const model = servedModel(choices.fieldModel, this.#snapshot);
    const factors = factorsOfChoices(choices);
    const field = await this.#engine.beside({ serial, model, dipoles: coil.dipoles, pose, target: target.cortex, factors });
    return field && { ...this.#snapshot, ...placed, request: field.request, field };
  }

  /**
   * Fetches a file of the head and hands it to the worker; a failure is one sentence in the snapshot. Asked for again while it is on its way, or once it is
   * there, it is not fetched again.
   */
  loadData(name: HeadData, fetchData: (name: HeadData, progress: (share: number) => void) => Promise<Uint8Array>): Promise<void> {
    const known = this.#onWay.get(name) ?? this.#fetchData(name, fetchData);
    this.#onWay.set(name, known);
    return known;
  }

  /** Takes the blocks of tissue in use, if they belong to the operator that is. */
  takeBlocks(blocks: TissueGrid): void {
    const operator = this.#data.get('operator');
    if (operator && blocks.provenance.operator === crc32(operator)) this.#publish({ blocks });
  }

  async #fetchData(name: HeadData, fetchData: Parameters<Simulation['loadData']>[1]): Promise<void> {
    this.#publish({ [name]: LOADING });
    try {
      const bytes = await fetchData(name, (share) => this.#publish({ [name]: { phase: 'loading', share } }));
      this.#data.set(name, bytes);
      this.#engine.sendData(name, bytes);
    } catch (error) {
      this.#dataAnswered(name, error instanceof Error ? error.message : String(error));
    }
  }

  dispose(): void {
    this.#engine.dispose();
  }

  #dataAnswered(name: HeadData, refusal: string | null): void {
    if (refusal !== null) this.#onWay.delete(name);
    const state: DataState = refusal === null ? { phase: 'ready' } : { phase: 'refused', sentence: refusal };
    const choices = this.store.getState();
    const { fieldModel } = choices;
    const [before, after] = [this.#snapshot, { ...this.#snapshot, [name]: state }];
    const bends = name === 'slopes' && refusal === null && !isStandard(factorsOfChoices(choices));
    if (bends || servedModel(fieldModel, before) !== servedModel(fieldModel, after)) this.#request({ [name]: state });
    else this.#publish({ [name]: state });
  }

  #choicesChanged(now: Choices, before: Choices): void {
    const coilStays = sameCoil(now, before);
    if (coilStays && PLACEMENT_KEYS.every((key) => now[key] === before[key])) return;
    if (!coilStays) this.#coil = prepareCoil(now, this.session.getState().ownCoils);
    if (now.targetId !== before.targetId) this.#target = this.#locateTarget(now.targetId);
    this.#request(this.#placed(now, this.#coil, this.#target));
  }

  #poseAt(place: ScalpPoint, hold: CoilHold, { casing, contactMargin }: CoilInUse): RigidTransform {
    return coilPose(this.#scalp, casing, place, { ...hold, coilDistance: hold.coilDistance + contactMargin });
  }

  #placed(choices: Choices, { description, windings, ...coil }: CoilInUse, target: TargetPlace): PlacedCoil {
    const place = this.#places.pointOf(choices, target.scalp.position);
    const pose = this.#poseAt(place, choices, { description, windings, ...coil });
    let nearest: number | null = null;
    const windingDistance = (): number => {
      nearest ??= distanceOfPoints(this.#scalp, windings, pose);
      return nearest;
    };
    return { coil: description, target, place, under: this.#under(place.position, target), pose, windingDistance };
  }

  /** Publishes a change that asks for a new field, and asks for it. */
  #request(change: Partial<SimulationSnapshot>): void {
    this.#publish({ ...change, request: this.#snapshot.request + 1 });
    this.#engine.request(this.#currentRequest());
  }

  #currentRequest(): FieldRequest {
    const { pose, target, request } = this.#snapshot;
    const choices = this.store.getState();
    const model = servedModel(choices.fieldModel, this.#snapshot);
    return { serial: request, model, dipoles: this.#coil.dipoles, pose, target: target.cortex, factors: factorsOfChoices(choices) };
  }

  #publish(change: Partial<SimulationSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  #under(place: Vec3, target: TargetPlace): UnderCoil {
    const { cortex, regions } = this.head;
    const vertex = nearestVertex(cortex.positions, place);
    return {
      ...this.#places.surroundings(place, target.scalp.position),
      cortex: at(cortex.positions, vertex),
      normal: at(cortex.normals, vertex),
      region: regionOf(regions, cortex.attributes._REGION?.[vertex] ?? 0) ?? null,
    };
  }

  #locateTarget(id: string): TargetPlace {
    const target = this.head.landmarks.targets.find((candidate) => candidate.id === id);
    if (!target) throw new Error(`There is no target with the id ${id}.`);
    const nearest = this.#smoothScalp.closest(target.position).position;
    const center = this.head.sphere.center;
    const scalp = radialPoint(this.#smoothScalp, center, unitFrom(center, nearest));
    const { positions } = this.head.cortex;
    const cortex = at(positions, nearestVertex(positions, target.kind === 'scalp' ? scalp.position : target.position));
    return { id, label: target.label, kind: target.kind, scalp, cortex, depth: distance(scalp.position, cortex) };
  }
}

const clampedHold = (hold: CoilHold): CoilHold => ({
  handleAngle: clampParameter('handleAngle', hold.handleAngle),
  tiltPitch: clampParameter('tiltPitch', hold.tiltPitch),
  tiltRoll: clampParameter('tiltRoll', hold.tiltRoll),
  coilDistance: clampParameter('coilDistance', hold.coilDistance),
});

function unitFrom(from: Vec3, to: Vec3): Vec3 {
  const length = distance(from, to);
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length, (to[2] - from[2]) / length];
}
