/** The way to what composes figures. */
export function SharedFigure({ compose }: { readonly compose: () => void }) {
  return (
    <section aria-labelledby="share-figure">
      <h3 id="share-figure">Figure</h3>
      <p className="quiet">
        For a slide, a journal column or a poster: one view, A and B with their difference, six views, or the stage with its plots; as PNG,
        PDF or SVG, with a caption for a methods section.
      </p>
      <div className="share-row">
        <button type="button" className="text-button" onClick={compose}>
          Compose a figure
        </button>
      </div>
    </section>
  );
}
