/** What LaunchDarkly's refusals mean, a sentence each. No token is ever part of one. */
import { exitCodes, RolloutError } from '../rollout-error.ts'

/** Somebody changes the flag at the same time: read again, and decide again. */
export class ConflictError extends RolloutError {}

export interface Place {
  readonly project: string
  readonly environment: string
  readonly flagKey: string
}

const longestMessage = 200

/** The API's own words, cut short and on one line; nothing where the answer is no such JSON. */
const ownWords = (text: string): string => {
  try {
    const { message } = JSON.parse(text)
    if (typeof message !== 'string') return ''
    return ` ("${message.replaceAll(/\s+/g, ' ').slice(0, longestMessage)}")`
  } catch {
    return ''
  }
}

export const faultOf = (status: number, text: string, place: Place): RolloutError => {
  const { project, environment, flagKey } = place
  const said = ownWords(text)
  const refused = (sentence: string) => new RolloutError(exitCodes.launchDarkly, sentence)
  switch (status) {
    case 401:
      return refused(`LaunchDarkly does not know this token${said}: check LAUNCHDARKLY_API_TOKEN`)
    case 403:
      return refused(
        `LaunchDarkly does not let this token do that${said}: it needs the right to read and to change the flag ${flagKey} in ${project}/${environment}`,
      )
    case 404:
      return refused(
        `LaunchDarkly has no such thing${said}: check the project ${project}, the environment ${environment} and the flag ${flagKey}`,
      )
    case 405:
      return new RolloutError(
        exitCodes.approval,
        `LaunchDarkly wants an approval before changes in ${environment}${said}: ask for one on its page, or give the token the right to bypass it; nothing was changed`,
      )
    case 409:
      return new ConflictError(
        exitCodes.launchDarkly,
        `LaunchDarkly reports a conflict with another change of the flag ${flagKey}${said}; nothing was changed`,
      )
    case 429:
      return refused('LaunchDarkly has had too many requests and wants a longer wait; try again in a minute')
    default:
      return refused(`LaunchDarkly answered ${status}${said}`)
  }
}
