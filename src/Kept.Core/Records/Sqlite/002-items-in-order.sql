create table item_in_order (
    number integer primary key,
    hash   text not null,
    salt   blob not null,
    body   text not null
) strict;

insert into item_in_order select e.number, i.hash, i.salt, i.body from entry e join item i on i.hash = e.item order by e.number;

drop table item;

alter table item_in_order rename to item;
