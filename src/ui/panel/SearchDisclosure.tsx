import { useEffect, useState } from 'react';
import { formatField, formatNumber, formatQuantity } from '../../core/format';
import { THEME_STYLES } from '../../core/themeStyles';
import { at } from '../../core/vec3';
import { componentSymbol } from '../../field/grid/fieldComponents';
import { sourceAmplitude } from '../../field/measures/readouts';
import { searchGain } from '../../field/search/searchGain';
import { rungOf, unitOfModel } from '../../field/simulation/modelLadder';
import { TARGET_ANCHOR } from '../../head/coilPlace';
import type { SearchResult } from '../../placement/searchPoses';
import type { FieldModel } from '../../state/choices';
import { PARAMETERS } from '../../state/parameters';
import { choose } from '../../state/store';
import { useApp, useChoice, useColorScale, useShownModel, useSnapshot } from '../appContext';
import { CheckControl } from '../controls/CheckControl';
import { Disclosure } from '../controls/Disclosure';
import { type SearchState, useSearch } from './useSearch';

const DOT_RADIUS = 0.0018;
/** The mark on the optimum. */
const MARK_RADIUS = 0.004;

/** `3 mm forward`, `2 mm back`. */
const along = (offset: number, ahead: string, behind: string): string =>
  `${formatQuantity(Math.abs(offset), PARAMETERS.offsetForward.display)} ${offset < 0 ? behind : ahead}`;
const hex = (color: ArrayLike<number>): string => `#${[0, 1, 2].map((c) => Math.round(color[c]).toString(16).padStart(2, '0')).join('')}`;

/** Searches place and angle of the coil for the strongest field at the target. */
export function SearchDisclosure() {
  const { state, start, cancel } = useSearch();
  const [mapShown, setMapShown] = useState(true);
  return (
    <Disclosure title="Find the strongest field">
      <p className="small-print">
        Tries places within 40 mm of the target’s scalp point and all handle angles, at the present gap and tilt, for the largest field at
        the target.
      </p>
      {state.phase === 'running' ? (
        <div className="search-progress">
          <progress aria-label="Search" max={1} value={state.share} />
          <button type="button" className="text-button" onClick={cancel}>
            Cancel
          </button>
        </div>
      ) : (
        <button type="button" className="text-button" onClick={start}>
          {state.phase === 'found' ? 'Search again' : 'Search'}
        </button>
      )}
      <div aria-live="polite">{state.phase === 'found' && <Outcome result={state.result} model={state.model} />}</div>
      {state.phase === 'found' && <CheckControl label="Map on the scalp" checked={mapShown} onChange={setMapShown} />}
      <SearchMapDots state={state} shown={mapShown} />
    </Disclosure>
  );
}

function Outcome({ result, model }: { readonly result: SearchResult; readonly model: FieldModel }) {
  const { store } = useApp().simulation;
  const source = useChoice((choices) => sourceAmplitude(model, choices));
  const field = useSnapshot('field');
  const { value, ...spot } = result.optimum;
  const unit = unitOfModel(model);
  return (
    <>
      <p className="search-outcome">
        {componentSymbol('magnitude', unit)} <b>{formatField(value * source, unit)}</b> with the coil{' '}
        {along(spot.offsetForward, 'forward', 'back')} and {along(spot.offsetRight, 'right', 'left')} of the target’s scalp point, handle{' '}
        {formatQuantity(spot.handleAngle, PARAMETERS.handleAngle.display)}: {gainWords(searchGain({ value, model }, field), model)}
      </p>
      <p className="small-print">
        {result.poses} poses in {formatNumber(result.seconds, 1)}&#8239;s.{' '}
        {result.atRim && 'The optimum lies on the rim of the search: a better pose may lie beyond. '}The largest field at one point of one
        head in this model; where neurons fire also depends on direction and threshold. <span className="grade">computed</span>
      </p>
      <button type="button" className="text-button" onClick={() => choose(store, { anchorId: TARGET_ANCHOR, ...spot })}>
        Put the coil there
      </button>
    </>
  );
}

/** The end of the outcome's sentence: against the present pose, or why nothing can be set against it. */
function gainWords(gain: number | null, model: FieldModel): string {
  if (gain === null) return `found by another model (${rungOf(model).short}) than the one that is shown; search again.`;
  const percent = 100 * gain;
  if (Math.abs(percent) < 0.05) return 'the present pose.';
  return `${formatNumber(Math.abs(percent), 1)}\u202f% ${percent > 0 ? 'above' : 'below'} the present pose.`;
}

/** The best size over all angles at each place, in the colors of its scale; the optimum stands out. Nothing beside a field of another model. */
function SearchMapDots({ state, shown }: { readonly state: SearchState; readonly shown: boolean }) {
  const { view } = useApp();
  const scale = useColorScale('magnitude');
  const model = useShownModel();
  const theme = useChoice((choices) => choices.theme);
  const source = useChoice((choices) => (state.phase === 'found' ? sourceAmplitude(state.model, choices) : 0));
  useEffect(() => {
    if (state.phase !== 'found' || !shown || state.model !== model) {
      if (view.getState().searchDots.length > 0) view.setState({ searchDots: [] });
      return;
    }
    const { positions, values } = state.result.map;
    const dots = Array.from(values, (value, n) => ({
      position: at(positions, n),
      color: hex(scale.color(value * source)),
      radius: DOT_RADIUS,
    }));
    view.setState({
      searchDots: [...dots, { position: state.result.place, color: THEME_STYLES[theme].stage.dot, radius: MARK_RADIUS, mark: '+' }],
    });
  }, [view, state, shown, scale, model, source, theme]);
  return null;
}
