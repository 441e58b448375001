-- Text that both engines read: meetings.

create table meeting (
    id text primary key,
    account_id text not null references account (id),
    -- The client's advisor, or the deputy.
    advisor_id text not null references advisor (account_id),
    -- requested, offered, confirmed, held, declined or cancelled
    state text not null,
    start_ms bigint not null,
    end_ms bigint not null,
    topic text not null,
    -- What it is about; empty for nothing in particular.
    subject text not null,
    -- Name of the product or goal; may be empty.
    name text not null,
    -- In the client's own words; may be empty.
    words text not null,
    -- branch, phone or video
    place text not null,
    -- IANA name of the client's time zone.
    client_zone text not null,
    -- JSON: points in both languages
    agenda text not null,
    -- Grows with every change; calendars go by it.
    sequence bigint not null,
    summary text not null,
    created_ms bigint not null,
    changed_ms bigint not null
);
create index meeting_account on meeting (account_id, start_ms);
create index meeting_advisor on meeting (advisor_id, start_ms);

-- A quarter of an hour of an advisor's time. Its key is what keeps two meetings apart.
create table meeting_grain (
    advisor_id text not null references advisor (account_id),
    -- Quarters of an hour since 1970.
    grain bigint not null,
    meeting_id text not null references meeting (id),
    primary key (advisor_id, grain)
);
create index meeting_grain_meeting on meeting_grain (meeting_id);

-- What happened to a meeting. Rows are never changed.
create table meeting_step (
    id text primary key,
    meeting_id text not null references meeting (id),
    at_ms bigint not null,
    -- client or advisor
    side text not null,
    state text not null,
    start_ms bigint not null,
    reason text not null
);
create index meeting_step_meeting on meeting_step (meeting_id);

-- What was agreed on.
create table task (
    id text primary key,
    meeting_id text not null references meeting (id),
    text text not null,
    -- client or advisor
    side text not null,
    done_ms bigint
);
create index task_meeting on task (meeting_id);

-- What the client thought of it.
create table feedback (
    meeting_id text primary key references meeting (id),
    -- 1 to 5
    understood bigint not null,
    helped bigint not null,
    words text not null,
    at_ms bigint not null
);

-- A calendar feed by a secret link.
create table feed (
    account_id text primary key references account (id),
    -- SHA-256 of the link's end, in hexadecimal.
    token_hash text not null unique,
    created_ms bigint not null
);

-- The answer to a request that may be sent again.
create table replay (
    account_id text not null references account (id),
    -- As the client sent it.
    key text not null,
    -- SHA-256 of what was sent with it, in hexadecimal.
    request_hash text not null,
    -- JSON
    answer text not null,
    created_ms bigint not null,
    primary key (account_id, key)
);
