// The site under test: its list of addresses, and which of them stand for a kind of page.
//
// The list is made by the site itself: its sitemap, and every link that leads on from there. A new page is
// checked as soon as something leads to it; nobody adds it here.

import { strict as assert } from 'node:assert';

/** Where the site listens, such as http://127.0.0.1:3000. */
export const site = process.env.SITE;
assert(site, 'SITE says where the site under test listens: tests/run browser sets it');

/** Addresses that no link leads to: what goes wrong, and what is easily got wrong. */
const OFF_THE_PATH = [
  { address: '/nowhere-at-all', status: 404 },
  { address: '/roles/nures', status: 404 },
  { address: `/roles?q=${'long'.repeat(600)}`, status: 414 },
  { address: `/roles?${'level=entry&'.repeat(40)}`, status: 400 },
  { address: '/compare?role=nurse&role=care-worker&role=porter', status: 200 },
  { address: '/roles?level=entry&setting=social', status: 200 },
  { address: '/roles?level=boss', status: 200 },
  { address: '/roles?q=zzzzzzzz', status: 200 },
  { address: '/match?start=gcse&with=people&care=talking&who=older&science=no', status: 200 },
  { address: '/match?start=a-lot&lead=no', status: 200 },
  { address: '/embed/roles/nurse', status: 200 },
  { address: '/embed/journeys?from=care-worker&to=nurse', status: 200 },
  { address: '/roles?q=nurse&level=entry&level=leadership&setting=primary&category=nursing&contact=clinical', status: 200 },
];

/** A page as it came: its address, status, headers and HTML. */
export async function get(address, base = site) {
  const response = await fetch(base + address, { redirect: 'manual' });
  return { address, status: response.status, headers: response.headers, html: await response.text() };
}

const unescape = (text) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&');

/** The links of a page to pages of this site, without what follows a `#`. */
function linksOf(html) {
  return [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#]*)/g)].map(([, href]) => unescape(href));
}

const isPage = (page) => page.headers.get('content-type')?.startsWith('text/html');

/** `/roles/nurse` is one of `/roles/…`; a query is told by its keys. */
export function kindOf(address) {
  const { pathname, searchParams } = new URL(address, site);
  const above = pathname.slice(0, pathname.lastIndexOf('/'));
  const keys = [...new Set(searchParams.keys())].sort();
  return (above ? `${above}/…` : pathname) + (keys.length > 0 ? `?${keys.join('&')}` : '');
}

async function inBatches(items, size, work) {
  const results = [];
  for (let start = 0; start < items.length; start += size) {
    results.push(...(await Promise.all(items.slice(start, start + size).map(work))));
  }
  return results;
}

/** Every page of a site without a query, and of those with one the first of each kind that a page without one leads to. */
export async function crawl(base) {
  const sitemap = await get('/sitemap.xml', base);
  const listed = [...sitemap.html.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(unescape(loc)).pathname);
  const seen = new Set(['/', ...listed]);
  const kinds = new Set();
  const pages = [];
  let next = [...seen];
  while (next.length > 0) {
    const fetched = (await inBatches(next, 8, (address) => get(address, base))).filter(isPage);
    pages.push(...fetched);
    next = [];
    const leadingOn = fetched.filter((page) => !page.address.includes('?'));
    for (const link of leadingOn.flatMap((page) => linksOf(page.html))) {
      if (seen.has(link) || (link.includes('?') && kinds.has(kindOf(link)))) continue;
      seen.add(link);
      kinds.add(kindOf(link));
      next.push(link);
    }
  }
  return pages;
}

/** Every page of the site, and the pages for what goes wrong. */
export const pages = await crawl(site);
export const offThePath = await inBatches(OFF_THE_PATH, 4, async ({ address, status }) => {
  const page = await get(address);
  assert.equal(page.status, status, `${address.slice(0, 60)} should answer ${status}`);
  return page;
});

const titleOf = (page) => page.html.match(/<title>([^<]*)/)?.[1] ?? '';
const most = (group, measure) => group.reduce((best, page) => (measure(page) > measure(best) ? page : best));

/** How often a pattern stands in a page. */
const count = (pattern) => (page) => [...page.html.matchAll(pattern)].length;

/** What makes a page of a role hard to lay out: a long title or word of it, many ways in, many links, much said. */
const HARD = [
  (page) => titleOf(page).length,
  (page) => Math.max(...titleOf(page).split(/[\s/-]/).map((word) => word.length)),
  count(/<li>\s*<h3>/g),
  (page) => linksOf(page.html).length,
  count(/<text\b/g),
  (page) => page.html.length,
];

/** Of these pages, the hardest by each measure of `HARD`: what stands for all of them where each costs much. */
export function hardest(group, ofEach = 6) {
  const by = (measure) => [...group].sort((one, other) => measure(other) - measure(one) || (one.address < other.address ? -1 : 1));
  return [...new Set(HARD.flatMap((measure) => by(measure).slice(0, ofEach)))];
}

/** The pages of a kind that are most unlike each other. */
function extremes(group) {
  const links = (page) => linksOf(page.html).length;
  return new Set([
    most(group, (page) => page.html.length),
    most(group, links),
    most(group, (page) => -links(page)),
    most(group, (page) => titleOf(page).length),
  ]);
}

/** All pages by kind. */
export const byKind = new Map();
for (const page of pages) {
  const kind = kindOf(page.address);
  byKind.set(kind, [...(byKind.get(kind) ?? []), page]);
}

/** A few pages of each kind: what a browser looks at. The first of a kind, its largest, is looked at in every way. */
export const samples = [
  ...[...byKind.values()].flatMap((group) => [...extremes(group)].map((page, index) => ({ ...page, isFirst: index === 0 }))),
  ...offThePath.map((page) => ({ ...page, isFirst: true })),
];
