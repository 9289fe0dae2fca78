import { element, isolated, link, webAddress } from './dom.js';
import { shapeIcon } from './shapes.js';
import { capitalized, kindName } from './text.js';
import { VIEW_TEXT } from './view_text.js';

/** A button that goes to a node, with a quiet remark at its end. */
export function goButton(node, actions, remark = null) {
  const note = remark ? element('span', { className: 'quiet' }, String(remark)) : null;
  const button = element('button', { type: 'button', className: 'go' }, isolated(node.label), note);
  button.addEventListener('click', () => actions.go(node));
  return button;
}

/** The same with the sign of the node's kind before it. */
export function signedGoButton(node, actions, remark = null) {
  const button = goButton(node, actions, remark);
  const sign = shapeIcon(node);
  sign.setAttribute('aria-label', capitalized(kindName(node.kind)));
  sign.removeAttribute('aria-hidden');
  sign.setAttribute('role', 'img');
  button.prepend(sign);
  return button;
}

/** The links to a paper by its page, arXiv id, DOI and code, or null if there is none. */
export function paperLinks({ url, arxiv, doi, code }) {
  const page = webAddress(url);
  const preprint = arxiv ? `https://arxiv.org/abs/${encodeURI(arxiv)}` : null;
  const links = [
    page && page !== preprint ? link(page, VIEW_TEXT.openPaper) : null,
    preprint && link(preprint, `arXiv ${arxiv}`),
    doi ? link(`https://doi.org/${encodeURI(doi)}`, VIEW_TEXT.doi(doi)) : null,
    webAddress(code) && link(code, VIEW_TEXT.openCode),
  ].filter(Boolean);
  return links.length ? element('p', { className: 'links' }, ...links) : null;
}
