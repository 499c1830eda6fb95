import { DocumentView } from '../../app/quizzes/types/document-view.tsx'
import { NamedText } from '../../app/ui/named-text.tsx'
import { PageTurn } from '../../app/ui/pagination.tsx'
import { QrCode } from '../../app/ui/qr-code.tsx'
import { Part, State } from './part.tsx'

/** Texts, notices, tables, codes and ways through a list. */
export function Lists() {
  return (
    <>
      <Part title="Texts and notices">
        <p className="lead">A lead says what the page is for.</p>
        <p>
          A text with <a href="#main">a link</a>, <strong>what matters</strong> and{' '}
          <NamedText name={['Ada', 'ဒေါ်အောင်', 'ליה']} say={(names) => `the names ${names}.`} />
        </p>
        <p className="quiet">A quiet line.</p>
        <p className="notice">A notice that is read before going on.</p>
        <p className="notice" role="status">
          A notice that says what has been stored.
        </p>
        <details className="fold">
          <summary>Folded away</summary>
          <p>What stands below.</p>
        </details>
      </Part>
      <Part title="A document in a question">
        <DocumentView
          document={{
            title: 'Cash book, March',
            rows: [
              ['Day', 'What', 'Amount'],
              ['3', 'Hall', '40.00'],
              ['17', 'Leaflets, printed on both sides', '36.00'],
            ],
          }}
        />
      </Part>
      <Part title="A list of several pages">
        {[1, 2, 3].map((page) => (
          <State key={page} name={`page ${page} of 3`}>
            <PageTurn page={page} pages={3} at={(number) => `#page-${number}`} />
          </State>
        ))}
      </Part>
      <Part title="A code for a phone">
        <QrCode text="https://example.org/en/join/AB12CD34" label="A code that leads to a page" />
      </Part>
    </>
  )
}
