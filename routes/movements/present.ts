/** Movements as answers. */
import type { Static } from '@fastify/type-provider-typebox'
import type { Movement } from '../../domain/movements/movement.ts'
import type { movementListSchema } from './schemas.ts'

type Presented = Static<typeof movementListSchema>['items'][number]

/** The lists are frozen; the serialiser's types are not, but it only reads. */
export const presentMovement = (movement: Movement): Presented => movement as unknown as Presented
