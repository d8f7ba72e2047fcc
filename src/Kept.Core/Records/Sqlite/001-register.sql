create table entry (
    number    integer primary key,
    kind      text not null,
    record    text not null,
    version   integer not null,
    effective text not null,
    recorded  text not null,
    "by"      text not null,
    item      text not null,
    prev      text not null,
    hash      text not null
) strict;

create table item (
    hash text primary key,
    salt blob not null,
    body text not null
) strict, without rowid;
