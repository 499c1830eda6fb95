import type { ReactNode } from 'react'

/** A part of the interface, with its states below. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** A part in one state, under the state's name. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <p className="kicker">{name}</p>
      {children}
    </>
  )
}
