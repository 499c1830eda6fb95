import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrateServer } from '../../app/platform/postgres/migrations.mjs'
import { findPostgres, startPostgres } from '../../scripts/postgres.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the run's PostgreSQL, up to the name of a database. */
    postgres: string
    /** The folder of its files. */
    postgresData: string
  }
}

/** The database that those of the tests are copies of. */
export const template = 'template_of_tests'

/** Starts one PostgreSQL for the run, with an empty, migrated database to copy. */
export default async function setup(project: TestProject) {
  if (!findPostgres()) return undefined
  const server = await startPostgres()
  const client = new pg.Client({ connectionString: `${server.address}/postgres` })
  await client.connect()
  await client.query(`CREATE DATABASE ${template}`)
  await client.end()
  await migrateServer(`${server.address}/${template}`)
  project.provide('postgres', server.address)
  project.provide('postgresData', `${server.folder}/data`)
  return () => server.stop()
}
