export function runtimePackages(root?: string): string[]
