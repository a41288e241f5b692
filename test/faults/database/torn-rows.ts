/** Rows that say two things at once: what no request could have left, whole or not done. */

/** Each selects what must not be. */
export const tornRows: Readonly<Record<string, string>> = {
  'a plan whose document is of another version than its row': `
    select id from plans where name is distinct from document ->> 'name'
      or (name like '%, as of %' and version < split_part(name, ', as of ', 2)::int)`,
  'a plan with more versions of its amendment than of itself': `
    select id from plans where amendment_version > version`,
  'an amendment that is not the one of its version': `
    select id from plans
    where amendment_version > 1 and (amendment ->> 'bufferSeconds')::int is distinct from (amendment_version - 1) % 600`,
  'an application of a version that there never was': `
    select a.id from time_crunch_applications a join plans p on p.id = a.plan_id where a.plan_version > p.version`,
  'an application that ended without its successor': `
    select a.id from time_crunch_applications a where a.ended_as = 'replaced' and not exists (
      select from time_crunch_applications b where b.plan_id = a.plan_id and b.session_id = a.session_id
        and b.training_date = a.training_date and b.ended_at is null)`,
  'a key without its answer': `select key from idempotency_keys where status is null or answer is null`,
  'a key whose plan is not there': `
    select key from idempotency_keys k where answer -> 'microcycles' is not null
      and not exists (select from plans p where p.id::text = k.answer ->> 'id')`,
  'a key whose application is not there': `
    select key from idempotency_keys k where answer -> 'planVersion' is not null
      and not exists (select from time_crunch_applications a where a.id::text = k.answer ->> 'id')`,
}
