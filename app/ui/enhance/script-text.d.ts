/** A script as one text (scripts/script-text-plugin.ts). */
declare module '*?script' {
  const text: string
  export default text
}
