/** The four calls of a platform that a chapter needs, whichever edition of SCORM it speaks. */
export interface Platform {
  /** Begins the visit; false where the platform refuses. */
  begin(): boolean
  /** What it keeps under a name; empty where there is nothing. */
  get(name: string): string
  /** Has it store all of these; false where it did not. */
  store(values: readonly (readonly [name: string, value: string])[]): boolean
  /** Ends the visit, with the answers kept for the next one. */
  end(): void
  edition: '1.2' | '2004'
}

type Call = (...args: string[]) => unknown
type Api = Record<string, Call | undefined>

const names = {
  '1.2': {
    object: 'API',
    begin: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    end: 'LMSFinish',
    exit: 'cmi.core.exit',
  },
  '2004': {
    object: 'API_1484_11',
    begin: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    end: 'Terminate',
    exit: 'cmi.exit',
  },
} as const

/** The object that a platform puts into one of the windows around, as the standard lays down. */
function findApi(from: Window, object: string): Api | null {
  const seen = new Set<Window>()
  const ways: (Window | null)[] = [from]
  while (ways.length > 0 && seen.size < 500) {
    const at = ways.shift()
    if (!at || seen.has(at)) continue
    seen.add(at)
    try {
      const api = (at as unknown as Record<string, Api | undefined>)[object]
      if (api) return api
      ways.push(at.parent, at.opener)
    } catch {
      // A window of another site: it may not be looked into.
    }
  }
  return null
}

const says = (answer: unknown) => String(answer) === 'true'

/** The platform that this window was opened in; null where there is none. */
export function findPlatform(from: Window): Platform | null {
  for (const edition of ['2004', '1.2'] as const) {
    const own = names[edition]
    const api = findApi(from, own.object)
    if (!api) continue
    const call = (name: string, ...args: string[]) => api[name]?.(...args)
    return {
      edition,
      begin: () => says(call(own.begin, '')),
      get: (name) => String(call(own.get, name) ?? ''),
      store: (values) =>
        values.every(([name, value]) => says(call(own.set, name, value))) &&
        says(call(own.commit, '')),
      end: () => {
        call(own.set, own.exit, 'suspend')
        call(own.end, '')
      },
    }
  }
  return null
}
