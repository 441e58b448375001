-- Text that both engines read: the advisor for life.

-- What is known of an account of role advisor.
create table advisor (
    account_id text primary key references account (id),
    -- IANA name
    time_zone text not null,
    -- Most clients.
    capacity bigint not null,
    -- zh, en or both, with a comma between them
    languages text not null,
    -- Kept free after each meeting, in minutes.
    buffer_min bigint not null
);

-- There are few who are no investors.
create index account_staff on account (role) where role <> 'investor';

-- Hours of every week on the advisor's own clock, in minutes since midnight. Day 1 is Monday.
create table week_hours (
    advisor_id text not null references advisor (account_id),
    day bigint not null,
    from_min bigint not null,
    until_min bigint not null,
    primary key (advisor_id, day, from_min)
);

-- A day that is not as every week.
create table day_exception (
    advisor_id text not null references advisor (account_id),
    -- YYYY-MM-DD
    day text not null,
    from_min bigint not null,
    until_min bigint not null,
    -- 1: open besides the weekly hours; 0: closed within them
    open bigint not null,
    primary key (advisor_id, day, open, from_min)
);

-- A time away, with the advisor who stands in.
create table absence (
    advisor_id text not null references advisor (account_id),
    from_ms bigint not null,
    until_ms bigint not null,
    deputy_id text not null references advisor (account_id),
    primary key (advisor_id, from_ms)
);
create index absence_deputy on absence (deputy_id, until_ms);

-- An investor and their advisor: one for life, unless handed over.
create table client (
    account_id text primary key references account (id),
    advisor_id text not null references advisor (account_id),
    -- As in service.toml.
    tier text not null,
    since_ms bigint not null,
    -- The last contact, and the latest time of the next one.
    contact_ms bigint,
    next_contact_ms bigint not null
);
create index client_advisor on client (advisor_id, next_contact_ms);

-- A change of advisor. Rows are never changed.
create table hand_over (
    id text primary key,
    account_id text not null references account (id),
    from_id text not null references advisor (account_id),
    to_id text not null references advisor (account_id),
    by_id text not null references account (id),
    -- For the firm.
    reason text not null,
    -- For the client.
    note text not null,
    at_ms bigint not null
);
create index hand_over_account on hand_over (account_id, at_ms);

-- An advisor's invitation to become a client.
create table invitation (
    id text primary key,
    advisor_id text not null references advisor (account_id),
    email text not null,
    -- SHA-256 of the link's end, in hexadecimal.
    token_hash text not null unique,
    created_ms bigint not null,
    expires_ms bigint not null,
    accepted_ms bigint,
    account_id text references account (id)
);
create index invitation_advisor on invitation (advisor_id, created_ms);

-- Two accounts of one household: asked for by one, agreed to by the other, ended by either.
create table kin (
    id text primary key,
    account_id text not null references account (id),
    other_id text references account (id),
    -- The address that was invited.
    email text not null,
    -- SHA-256 of the link's end, in hexadecimal.
    token_hash text not null unique,
    created_ms bigint not null,
    expires_ms bigint not null,
    agreed_ms bigint,
    ended_ms bigint
);
create index kin_account on kin (account_id);
create index kin_other on kin (other_id);

-- What an advisor noted about a client.
create table note (
    id text primary key,
    account_id text not null references account (id),
    by_id text not null references account (id),
    text text not null,
    at_ms bigint not null
);
create index note_account on note (account_id, at_ms);

-- A confirmed or adjusted allocation. Rows are never changed.
create table decision (
    id text primary key,
    account_id text not null references account (id),
    by_id text not null references account (id),
    -- Digest of the plan that was looked at.
    digest text not null,
    -- JSON: asset class to share
    weights text not null,
    -- 1: not as proposed
    adjusted bigint not null,
    reason text not null,
    at_ms bigint not null
);
create index decision_account on decision (account_id, at_ms);

-- Weights that differ for a while.
create table tilt (
    id text primary key,
    account_id text not null references account (id),
    by_id text not null references account (id),
    reason text not null,
    -- Last day, YYYY-MM-DD.
    until_day text not null,
    -- JSON: asset class to share
    weights text not null,
    at_ms bigint not null,
    -- When a later one, or nobody, took its place.
    ended_ms bigint
);
create index tilt_account on tilt (account_id, at_ms);
