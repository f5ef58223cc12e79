import { help } from '../../../evidence/help';
import { factOf, SourceButton } from './FactButton';
import { SourcedSentence } from './SourcedSentence';

/** What this program promises and cannot give: where help is. */
export function WhereToFindHelp() {
  const { worsening, emergency, directory } = help;
  return (
    <aside className="find-help" aria-labelledby="find-help">
      <h3 id="find-help">Where to find help</h3>
      <p>
        <SourcedSentence title="When it cannot wait" sentence={worsening} /> {emergency.text}
      </p>
      <p>
        <a href={directory.url} target="_blank" rel="noreferrer">
          {directory.name}
        </a>
        : {directory.text} <SourceButton fact={factOf(directory.name, directory.text, directory)} />
      </p>
    </aside>
  );
}
