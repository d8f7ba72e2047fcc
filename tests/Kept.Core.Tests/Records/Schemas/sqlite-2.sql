BEGIN TRANSACTION;
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE entry (
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
INSERT INTO "entry" VALUES(1,'set','source/a',1,'2021-03-31','2026-11-22T01:38:11.316226Z','operator','785edfc77117273d124c1723d7712cc4da1437ddd09658ac9109afc745671a55','0000000000000000000000000000000000000000000000000000000000000000','0341e141261c8f6ce034edbe97d6cf3a3a33b2fba3ca2920608daa3aa13870a7');
INSERT INTO "entry" VALUES(2,'set','source/b',1,'2021-03-31','2026-11-22T01:38:11.316226Z','operator','2c24ee20ceea2c70cd324361e65338be4f0e927a32e8f47b05b7f6fa08edce7b','0341e141261c8f6ce034edbe97d6cf3a3a33b2fba3ca2920608daa3aa13870a7','a0e8cd03ca89f8180531cad53b2a3e39baeb46007850528d87db6458137e73b6');
INSERT INTO "entry" VALUES(3,'set','source/c',1,'2021-03-31','2026-11-22T01:38:11.316226Z','operator','206749178779d7ff5038612958768d64e9ed623898bd60254ef2f35b2efd6ca5','a0e8cd03ca89f8180531cad53b2a3e39baeb46007850528d87db6458137e73b6','f7a29bba66fbb154c3edd46818eac00bf9bc4f0d5d01d4c958327bcca9c3e562');
INSERT INTO "entry" VALUES(4,'set','source/a',2,'2024-06-24','2026-11-22T01:38:13.523664Z','operator','65cf4522b6ef737be9a8952973c0fcfbef9b0a64687b925a90bad878e06e763e','f7a29bba66fbb154c3edd46818eac00bf9bc4f0d5d01d4c958327bcca9c3e562','ca1333ae3cdfa494595d2b59281ec75bb9f6b04a9445169ff3d9bba2aa06f1b4');
INSERT INTO "entry" VALUES(5,'correct','source/b',2,'2021-03-31','2026-11-22T01:38:14.384120Z','operator','e5b7613aaebca8863a3122bc0e0b82e9431df56ba3194d4eb73fb7a8b43c17c4','ca1333ae3cdfa494595d2b59281ec75bb9f6b04a9445169ff3d9bba2aa06f1b4','e9983db153aa610f362938dc8ac58cc9810979ffff607b56031f5f1ae1121631');
INSERT INTO "entry" VALUES(6,'redact','source/b',3,'2021-03-31','2026-11-22T01:38:14.384120Z','operator','b66b76ddc01fa50b86372ce33ec6171764073b6dc412d099f52bef8ed00b22a7','e9983db153aa610f362938dc8ac58cc9810979ffff607b56031f5f1ae1121631','60d2981f5308f0fdd445214f10986afb875f22e260f50ab291b91e7445717ca0');
INSERT INTO "entry" VALUES(7,'delete','source/c',2,'2026-01-01','2026-11-22T01:38:14.864203Z','operator','b461326c37942517c54a4a0c96649271038d081a127a3bab31a807657ee393de','60d2981f5308f0fdd445214f10986afb875f22e260f50ab291b91e7445717ca0','4e9e6276f2ce454d7dda8caece6622a5eede8aed674f20991f9d4d25a4d8b39a');
CREATE TABLE "item" (
    number integer primary key,
    hash   text not null,
    salt   blob not null,
    body   text not null
) strict;
INSERT INTO "item" VALUES(1,'785edfc77117273d124c1723d7712cc4da1437ddd09658ac9109afc745671a55',X'0B984330375B786715C664CF61368424','{"record":{"kind":"report","title":"The plan, 2021 to 2024 — “Keeping”"},"via":"publish","why":"To begin with."}');
INSERT INTO "item" VALUES(2,'2c24ee20ceea2c70cd324361e65338be4f0e927a32e8f47b05b7f6fa08edce7b',X'','');
INSERT INTO "item" VALUES(3,'206749178779d7ff5038612958768d64e9ed623898bd60254ef2f35b2efd6ca5',X'80E3AD191D33D8BFF9E89F1C8C1E4DAD','{"record":{"kind":"report","title":"A note"},"via":"publish","why":"To begin with."}');
INSERT INTO "item" VALUES(4,'65cf4522b6ef737be9a8952973c0fcfbef9b0a64687b925a90bad878e06e763e',X'151E441052B6D9A60BF07F56DAFFAE44','{"record":{"kind":"report","title":"The plan, second edition"},"via":"publish","why":"It says more now."}');
INSERT INTO "item" VALUES(5,'e5b7613aaebca8863a3122bc0e0b82e9431df56ba3194d4eb73fb7a8b43c17c4',X'3FFE343C7546FA98E3CC5DBA4D42577B','{"corrects":2,"record":{"kind":"report","title":"A letter of the same day"},"via":"publish","why":"The title was misread."}');
INSERT INTO "item" VALUES(6,'b66b76ddc01fa50b86372ce33ec6171764073b6dc412d099f52bef8ed00b22a7',X'EDC50362596783FB72D4E9DE0740B3CA','{"redacts":2,"via":"publish","why":"The title was misread."}');
INSERT INTO "item" VALUES(7,'b461326c37942517c54a4a0c96649271038d081a127a3bab31a807657ee393de',X'27E555DCF02E0B2CD1AC51938FE81095','{"via":"publish","why":"It was withdrawn."}');
CREATE TABLE "work_backup" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_work_backup" PRIMARY KEY AUTOINCREMENT,
    "made" TEXT NOT NULL,
    "entry" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL
);
CREATE TABLE "work_migration" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK_work_migration" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "work_migration" VALUES('20261122002808_First','10.0.14');
CREATE INDEX "IX_work_backup_made" ON "work_backup" ("made");
COMMIT;
PRAGMA user_version=2;
