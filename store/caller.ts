/** Who asks: what a store needs to know to decide what is visible. */

export interface Caller {
  readonly id: string
  readonly roles: readonly string[]
}

export const isAdmin = ({ roles }: Caller): boolean => roles.includes('admin')
