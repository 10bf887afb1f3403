-- How often a job was paused and went on: what stopped it before does not stop it again.
alter table generator.job add column resumptions integer not null default 0;
