import type { SignedIn } from './accounts/sessions/sessions.server.ts'
import type { Catalogue } from './courses/model/chapter.ts'
import type { HeldFile } from './packages/held-file.server.ts'
import type { Clock } from './platform/clock.ts'
import type { Piece } from './platform/pieces/piece.server.ts'
import type { PageAssets } from './ui/page-assets.tsx'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }

  /** What the server gives every loader and action. */
  interface AppLoadContext {
    catalogue: Catalogue
    clock: Clock
    /** Who sent the request, or null; looked up once a request, when first asked. */
    learner(): Promise<SignedIn | null>
    assets: PageAssets
    /**
     * Leaves a place in the page for what was rendered and compressed before, and returns the HTML
     * that stands for it (docs/decisions/064).
     */
    place(pieces: readonly Piece[]): string
    /** Notes an error that no page expected, so that the answer can say whose fault it is. */
    noteFailure(error: unknown): void
    /** Has a file sent as the body of the answer, which is to be without one. */
    sendFile(file: HeldFile): void
    /**
     * The id of a form on the page that goes along when the reader changes the language; none where
     * nothing would be lost.
     */
    languageForm?: string
  }
}
