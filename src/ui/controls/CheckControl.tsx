/** One yes-or-no choice. */
export function CheckControl(props: { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  return (
    <label className="check">
      <input
        className="covering-input"
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span className="check-mark" aria-hidden="true" />
      <span>{props.label}</span>
    </label>
  );
}
