/** Pages that are made from the code: where each stands, and what makes it. */
import { amendmentPage } from './amendment-page.ts'
import { modelPage } from './model-page.ts'
import { sideBySidePage } from './side-by-side-page.ts'

/** Paths from the project's root. */
export const generatedPages: readonly { readonly path: string; readonly page: () => string }[] =
  Object.freeze([
    { path: 'docs/coachs-amendment.md', page: amendmentPage },
    { path: 'docs/model.md', page: modelPage },
    { path: 'docs/side-by-side.md', page: sideBySidePage },
  ])
