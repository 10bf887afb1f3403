-- Who asked for the version: the name of an API key or the subject of a token. Null for versions before this column, and
-- where anybody may call.
alter table dataset.versions add column author text;
