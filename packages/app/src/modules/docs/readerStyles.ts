/** See `ReaderStyle`. Custom properties come from the page around the shadow tree. */
export const readerStyles = `
  /* Scrolling to the current page of the navigation must not move the page. */
  .md-nav__item { scroll-margin-top: 9999px; }

  /* The strip above the page stays free when the navigation sticks. */
  .md-sidebar__scrollwrap { padding-top: var(--waymark-banner-height, 0px); box-sizing: border-box; }

  .md-typeset h1 { font-size: 1.75rem; margin: 0 0 0.75em; }
  .md-typeset h2 { font-size: 1.25rem; margin: 1.75em 0 0.5em; }
  .md-typeset h3 { font-size: 1.0625rem; margin: 1.5em 0 0.5em; }
  .md-typeset h4 { font-size: 0.9375rem; }
  .md-typeset { line-height: 1.6; }

  /* Colour alone does not set a link apart (WCAG 1.4.1). */
  .md-content .md-typeset a:not(.headerlink, .md-button, .md-content__button) { text-decoration: underline; }

  /* A table without headings has an empty row of them. */
  .md-typeset table:not([class]) thead:not(:has(th:not(:empty))) { display: none; }
`;
