import {
  Choices,
  Field,
  ListField,
  LongField,
  PostForm,
  Problems,
  Tick,
} from '../../app/ui/form.tsx'
import { Part, State } from './part.tsx'

const longWord = 'Donaudampfschifffahrtsgesellschaft'.repeat(3)
const seenBy = 'Who can see this: only you.'
const problem = 'This is what is wrong with it, and what would be right.'
const options = [
  { value: 'a', label: 'The first', hint: 'A hint of its own' },
  { value: 'b', label: longWord },
]

/** A field's states: the name of each, and what it adds to the field. */
const states = {
  empty: {},
  'with a hint': { hint: 'What is wanted, and why.' },
  'with a problem': { hint: 'What is wanted, and why.', problem },
}

/** Buttons, fields of every kind, and what is wrong with them. */
export function Fields() {
  return (
    <PostForm>
      <Part title="Buttons">
        <p>
          <button type="submit">Send</button>{' '}
          <button type="submit" className="plain">
            Quiet
          </button>{' '}
          <button type="submit" className="link">
            Like a link
          </button>{' '}
          <button type="submit" disabled>
            Not now
          </button>{' '}
          <a className="button" href="#main">
            A link like a button
          </a>
        </p>
        <p>
          <button type="submit">{longWord}</button>
        </p>
      </Part>
      {Object.entries(states).map(([name, more], i) => (
        <Part key={name} title={`Fields: ${name}`}>
          <Field name={`line-${i}`} label="A line" seenBy={seenBy} {...more} />
          <Field
            name={`typed-${i}`}
            label="A line that is filled in"
            seenBy={seenBy}
            defaultValue={longWord}
            {...more}
          />
          <LongField name={`text-${i}`} label="A text" seenBy={seenBy} rows={3} {...more} />
          <ListField
            name={`list-${i}`}
            label="One of many"
            seenBy={seenBy}
            options={options}
            {...more}
          />
          <Choices
            name={`few-${i}`}
            label="One of a few"
            seenBy={seenBy}
            options={options}
            chosen="b"
            {...more}
          />
          <Tick name={`tick-${i}`} label="Yes or no" seenBy={seenBy} defaultChecked={i > 0} />
        </Part>
      ))}
      <Part title="Problems of a form">
        <State name="one">
          <Problems title="This is not sent yet" items={[{ name: 'line-2', text: problem }]} />
        </State>
        <State name="several">
          <Problems
            title="This is not sent yet"
            items={[
              { name: 'line-2', text: problem },
              { name: 'text-2', text: longWord },
            ]}
          />
        </State>
      </Part>
    </PostForm>
  )
}
