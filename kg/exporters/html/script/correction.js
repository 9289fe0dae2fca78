/** The corrections that can be written for an entity; all but hiding name something that it becomes. */
export const CORRECTIONS = ['rename', 'merge', 'retype', 'hide'];

/**
 * A row for `curation.tsv`: decision, action, type, name, to, papers, parted by tabs.
 * Null where the correction needs a `to` that is empty or what stands there already.
 */
export function correctionLine(action, entity, to = '') {
  const [name, target] = [oneLine(entity.label), oneLine(to)];
  if (action !== 'hide' && (!target || target === (action === 'retype' ? entity.kind : name))) return null;
  return ['yes', action, entity.kind, name, action === 'hide' ? '' : target, ''].join('\t');
}

/** The text with each run of white space as one space, for a cell holds neither tab nor line end. */
function oneLine(text) {
  return text.trim().replace(/\s+/gu, ' ');
}
