import { strToU8, type Zippable, zipSync } from 'fflate'

/** A file of a package. */
export interface PackedFile {
  name: string
  content: string | Uint8Array
}

/**
 * Files as one ZIP, the same to the byte on whatever day it is made: the hour at which a file was
 * made says when somebody used the site. ZIP begins with 1980.
 */
export function zipFiles(files: readonly PackedFile[], stored: readonly PackedFile[] = []) {
  const zip: Zippable = {}
  const bytes = ({ content }: PackedFile) =>
    typeof content === 'string' ? strToU8(content) : content
  for (const file of stored) zip[file.name] = [bytes(file), { level: 0 }]
  for (const file of files) zip[file.name] = bytes(file)
  return zipSync(zip, { level: 9, mtime: new Date(1980, 0, 2) })
}
