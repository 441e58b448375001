-- A passkey of an account.
create table passkey (
    id text primary key,
    account_id text not null references account (id),
    -- The authenticator's own name of it, in hexadecimal.
    credential_id text not null unique,
    -- What its owner calls it.
    name text not null,
    -- JSON: public key and counter
    credential text not null,
    created_ms bigint not null,
    used_ms bigint
);
create index passkey_account on passkey (account_id);

-- A question that an authenticator is to sign, once.
create table passkey_challenge (
    id text primary key,
    -- Null where a guest wants to sign in.
    account_id text references account (id),
    -- JSON
    state text not null,
    expires_ms bigint not null
);
