-- Text that both engines read: seats at talks.

-- A seat of a guest. Its key is what keeps a talk from having more guests than seats: only seats of the
-- talk are asked for, and nobody else can have the same one.
create table talk_seat (
    -- As in talks.toml.
    talk_id text not null,
    -- 1 to the number of the talk's seats.
    seat bigint not null check (1 <= seat),
    account_id text not null references account (id),
    taken_ms bigint not null,
    primary key (talk_id, seat)
);
-- One seat a guest.
create unique index talk_seat_guest on talk_seat (account_id, talk_id);
