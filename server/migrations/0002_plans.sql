-- What a signed-in investor has on the device: one document, in versions.
create table draft (
    account_id text primary key references account (id),
    -- 1 with the first write, one more with each.
    version bigint not null,
    changed_ms bigint not null,
    -- JSON: texts by their name
    kept text not null
);

-- A finished questionnaire. Rows never change and are kept for twenty years.
create table assessment (
    id text primary key,
    account_id text not null references account (id),
    created_ms bigint not null,
    valid_until_ms bigint not null,
    -- JSON: the form as the class was computed from it
    form text not null,
    -- zh or en
    language text not null,
    -- SHA-256 of the texts that were shown
    texts text not null,
    -- Day of the firm's rules, and version of the planner.
    rules_dated text not null,
    engine text not null,
    -- C1-lowest to C5
    class text not null,
    -- 1 where an advisor has to look at it before it counts
    waits bigint not null,
    -- JSON: the planner's profile
    profile text not null
);
create index assessment_account on assessment (account_id, created_ms);

-- What an advisor decided about an assessment that waited. One decision, which never changes.
create table assessment_review (
    assessment_id text primary key references assessment (id),
    advisor_id text not null references account (id),
    decided_ms bigint not null,
    -- 1 where it counts from then on
    accepted bigint not null,
    note text not null
);

-- The firm's data that plans were made with, so that they can be made again years later.
create table firm_version (
    -- SHA-256 of the document
    digest text primary key,
    created_ms bigint not null,
    -- JSON
    document text not null
);

-- The ledger of plans. Rows never change.
create table plan (
    id text primary key,
    account_id text not null references account (id),
    -- 1 for the first plan of the account.
    number bigint not null,
    created_ms bigint not null,
    firm_digest text not null references firm_version (digest),
    -- JSON: what it was made from, its line of the ledger, and all that is sent
    request text not null,
    summary text not null,
    body text not null
);
create unique index plan_number on plan (account_id, number);
