import { useTexts } from '../../i18n/use-texts.ts'
import { Field, ListField, SeenBy } from '../../ui/form.tsx'
import { Name, NamedText } from '../../ui/named-text.tsx'
import { ActButton } from '../act-form.tsx'
import type { PersonView, RemovedPersonView } from './show-people.ts'

interface PeopleFields {
  own: { id: string; name: string }
  isTrainer: boolean
  people: PersonView[]
  /** Names without an account, of which one may turn out to be somebody who has joined. */
  words: { id: string; name: string }[]
  newSeat: string
  /** What is typed on the page and not saved. */
  typed: Record<string, string>
  problemOf(part: string): string | undefined
}

/**
 * What can be filled in on the page of a circle's people: one's own name, one more person, two
 * names that are one person.
 */
export function PeopleForms({
  own,
  isTrainer,
  people,
  words,
  newSeat,
  typed,
  problemOf,
}: PeopleFields) {
  const { t } = useTexts()
  // Nobody is chosen beforehand: a press too many would unite two who are not one.
  const choiceOf = (those: { id: string; name: string }[]) => [
    { value: '', label: t('circles:chooseName') },
    ...those.map(({ id, name }) => ({ value: id, label: name, isName: true })),
  ]
  return (
    <>
      <h2>{t('circles:renameTitle')}</h2>
      <Field
        name="name"
        label={t('circles:ownName')}
        seenBy={t('circles:seenByMembers')}
        problem={problemOf(`rename-seat:${own.id}`)}
        defaultValue={typed.name ?? own.name}
      />
      <ActButton intent="rename-seat" item={own.id}>
        {t('circles:saveName')}
      </ActButton>
      {isTrainer && (
        <>
          <h2>{t('circles:addTitle')}</h2>
          <p>{t('circles:addIntro')}</p>
          <input type="hidden" name="newSeat" value={newSeat} />
          <Field
            name="added"
            label={t('circles:addedName')}
            hint={t('circles:addedNameHint')}
            seenBy={t('circles:seenByMembers')}
            problem={problemOf('add-seat')}
            defaultValue={typed.added ?? ''}
          />
          <ActButton intent="add-seat" strong>
            {t('circles:add')}
          </ActButton>
        </>
      )}
      {isTrainer &&
        words.length > 0 &&
        people.some(({ hasAccount, isOwn }) => hasAccount && !isOwn) && (
          <>
            <h2>{t('circles:mergeTitle')}</h2>
            <p>{t('circles:mergeIntro')}</p>
            <SeenBy id="merge-seen">{t('circles:seenByTrainers')}</SeenBy>
            <ListField
              name="merged"
              label={t('circles:mergeWord')}
              seenBy={{ id: 'merge-seen' }}
              problem={problemOf('merge-seats')}
              options={choiceOf(words)}
              chosen={typed.merged}
            />
            <ListField
              name="into"
              label={t('circles:mergeInto')}
              seenBy={{ id: 'merge-seen' }}
              options={choiceOf(people.filter(({ hasAccount }) => hasAccount))}
              chosen={typed.into}
            />
            <ActButton intent="merge-seats">{t('circles:merge')}</ActButton>
          </>
        )}
    </>
  )
}

/** Who has left the circle, for its trainers, who can put them on the list again. */
export function WhoLeft({ left, isClosed }: { left: RemovedPersonView[]; isClosed: boolean }) {
  const { t } = useTexts()
  return (
    <>
      <h2>{t('circles:leftTitle')}</h2>
      <p>{t('circles:leftIntro')}</p>
      <ul className="found">
        {left.map(({ id, name, day, canReturn }) => (
          <li key={id} className="act-row">
            <div>
              {name ? <Name>{name}</Name> : t('circles:nameless')}{' '}
              <p className="quiet">{t('circles:leftOn', { day })}</p>
            </div>
            {canReturn && !isClosed && (
              <ActButton intent="restore-seat" item={id}>
                <NamedText
                  name={name}
                  say={(marked) => t('circles:restoreSeat', { name: marked })}
                />
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('circles:renewAfterRemoval')}</p>
    </>
  )
}
