-- Text that both engines read: several servers share the outbox.

-- Until then somebody is delivering it.
alter table outbox add column leased_until_ms bigint;
-- What it is about, such as a meeting's key: what is not sent yet can be taken back.
alter table outbox add column about text;
create index outbox_about on outbox (about);
create index outbox_dead on outbox (dead_ms);
