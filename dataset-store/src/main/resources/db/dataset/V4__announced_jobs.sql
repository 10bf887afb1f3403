-- The event that announced the job; null until it is read.
alter table dataset.jobs add column announced bytea;
