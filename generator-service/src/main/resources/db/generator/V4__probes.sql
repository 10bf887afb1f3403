-- Seeds that were worked before the job began, to see what they cost, and the templates that they gave.
alter table generator.job add column probed_seeds integer;
alter table generator.job add column probed_templates integer;
