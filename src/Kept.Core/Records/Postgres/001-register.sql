create table entry (
    number    bigint primary key,
    kind      text not null,
    record    text not null,
    version   integer not null,
    effective date not null,
    recorded  timestamptz not null,
    "by"      text not null,
    item      text not null,
    prev      text not null,
    hash      text not null unique,
    unique (record, version)
);

create table item (
    hash text primary key,
    salt bytea not null,
    body text not null
);
