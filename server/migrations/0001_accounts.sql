-- Text that both engines read. Keys are UUIDv7 made by the server; times are milliseconds since 1970, UTC.

-- An investor, an advisor or an administrator.
create table account (
    id text primary key,
    -- In lower case; null once the account is erased.
    email text,
    name text not null,
    -- zh or en
    language text not null,
    -- investor, advisor or administrator
    role text not null,
    -- Argon2id in PHC form; null where only passkeys open the account, or nothing does.
    password_hash text,
    -- When the mailbox was confirmed; an address belongs to one confirmed account only.
    confirmed_ms bigint,
    created_ms bigint not null,
    -- When the owner had it erased.
    erased_ms bigint
);
create unique index account_confirmed_email on account (email) where confirmed_ms is not null;
create index account_email on account (email, created_ms);

-- A device that is signed in.
create table session (
    id text primary key,
    account_id text not null references account (id),
    -- SHA-256 of the cookie, in hexadecimal.
    token_hash text not null unique,
    -- Browser and system, such as "Chrome, Android".
    device text not null,
    created_ms bigint not null,
    -- When a password or passkey was last shown in this session.
    proved_ms bigint not null,
    -- To the hour.
    seen_ms bigint not null,
    expires_ms bigint not null
);
create index session_account on session (account_id);

-- A link in a mail that works once.
create table link (
    id text primary key,
    account_id text not null references account (id),
    -- confirm or reset
    kind text not null,
    -- SHA-256 of the link's end, in hexadecimal.
    token_hash text not null unique,
    created_ms bigint not null,
    expires_ms bigint not null,
    used_ms bigint
);
create index link_account on link (account_id);

-- What is to be sent: mail to a person, or an event to the firm's systems. At least once, in the end.
create table outbox (
    id text primary key,
    -- mail or event
    channel text not null,
    -- What it says, such as confirm_address.
    kind text not null,
    -- The address of a mail; empty for an event.
    recipient text not null,
    -- zh or en
    language text not null,
    -- JSON
    payload text not null,
    created_ms bigint not null,
    -- When it is tried next.
    due_ms bigint not null,
    attempts bigint not null default 0,
    -- When it went out; or when it was given up, and why.
    sent_ms bigint,
    dead_ms bigint,
    error text
);
create index outbox_due on outbox (due_ms) where sent_ms is null and dead_ms is null;
