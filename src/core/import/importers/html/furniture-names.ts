import type { PageElement } from './page.ts'

/** Class names and ids as one string of words between hyphens: `-article-body-related-links-`. */
export function namesOf({ attributes }: PageElement): string {
  const id = attributes.get('id') ?? ''
  const given = `${attributes.get('class') ?? ''} ${id.split(/[-_]/, 5).length > 3 ? '' : id}`
  return given.trim() === '' ? '' : normalised(given.slice(0, LONGEST_NAMES))
}

const LONGEST_NAMES = 1000

const normalised = (given: string): string =>
  `-${given
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')}-`

const words = (list: string): RegExp => new RegExp(`-(?:${list.trim().split(/\s+/).join('|')})-`)

/** What stands around an article on many sites, whatever its length. */
export const AROUND = words(`
  related relateds related-\\w+ \\w*relatedposts relatedstories relatedcontent recirc recirculation recommended
  recommendations? newsletters? newsletter-\\w+ signup sign-up subscribe subscription subscriptions optin opt-in
  share shares sharing sharebar share-bar sharetools sharedaddy sharethis addthis addtoany share-tools social socials
  social-media socialbar social-links follow-us follow-me breadcrumbs? breadcrumb-\\w+ comments comment-list comment-form
  comment-count commentary-list disqus respond advert adverts advertisement advertisements advertising ad ads adslot ad-slot
  adunit ad-unit adsense adbox dfp-ad sponsored promo promos promobox promotion promoted outbrain taboola zergnet
  revcontent mgid author-bio authorbio bio author-box about-author about-the-author author-info author-card
  author-description authors-bio writer-bio post-author-bio tags taglist tag-list tagcloud tag-cloud trending popular most-read mostread most-popular most-viewed mostpopular more-stories more-from more-on more-news
  read-more readmore read-next read-also readalso next-up up-next next-article also-like also-read you-may
  you-might see-more editors-picks editor-picks cta paywall gdpr cookies? cookie-\\w+ consent print-only printonly
  toolbar utility-bar pagination pager page-nav post-nav postnav post-navigation nav-links navigation nav menu sidebar
  widget widgets masthead skip-link skiplink screen-reader-text sr-only visually-hidden visuallyhidden donate donation
  app-promo feedback poll ratings login register story-links inline-links link-list linkbox teasers inread
  moreon readmorelinks trendmd toplinks
`)

/** Facts about an article, in a line or two. */
export const FACTS = words(`
  by byline bylines byl by-line author authors writer contributor contributors date dates dateline datetime timestamp
  time published publish pubdate posted updated modified publish-date published-date publication-date entry-date post-date
  post-meta entry-meta article-meta story-meta meta metadata article-info post-info article-date reading-time read-time
  readtime views view-count word-count kicker eyebrow rubric category categories section-label section-name
  copyright credit-line copyright-notice
`)

/** What stands with a picture. */
export const CAPTION = words(
  'caption captions wp-caption-text image-caption photo-caption img-caption media-caption credit credits photo-credit image-credit img-credit photographer media-credit image-meta thumbcaption photo-meta media-meta fotocredit',
)
