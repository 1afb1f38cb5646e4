PRAGMA application_id = 1869509221;
PRAGMA user_version = 1;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE article_bands (
	band INTEGER NOT NULL,
	article INTEGER NOT NULL,
	PRIMARY KEY (band, article),
	FOREIGN KEY(article) REFERENCES articles (number)
)
 WITHOUT ROWID;
CREATE TABLE articles (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	title TEXT,
	outlet TEXT,
	url TEXT,
	retrieved_from TEXT,
	language TEXT NOT NULL,
	published TEXT,
	day TEXT NOT NULL,
	encoding TEXT,
	text_sha256 TEXT NOT NULL,
	byline TEXT NOT NULL,
	notices TEXT NOT NULL,
	times TEXT NOT NULL,
	sentences TEXT NOT NULL,
	derivation INTEGER NOT NULL,
	family INTEGER NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (id),
	FOREIGN KEY(derivation) REFERENCES derivations (number)
);
CREATE TABLE corrections (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	item TEXT NOT NULL,
	article TEXT NOT NULL,
	who TEXT NOT NULL,
	at TEXT NOT NULL,
	note TEXT NOT NULL,
	"before" TEXT NOT NULL,
	"after" TEXT NOT NULL,
	snapshot TEXT NOT NULL,
	undone_by TEXT,
	undone_at TEXT,
	PRIMARY KEY (number),
	UNIQUE (id)
);
CREATE TABLE derivations (
	number INTEGER NOT NULL,
	component TEXT NOT NULL,
	version TEXT NOT NULL,
	weights_sha256 TEXT NOT NULL,
	options_sha256 TEXT NOT NULL,
	PRIMARY KEY (number)
);
CREATE TABLE engagements (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article INTEGER NOT NULL,
	local TEXT NOT NULL,
	kind TEXT NOT NULL,
	participants TEXT NOT NULL,
	status TEXT NOT NULL,
	place TEXT NOT NULL,
	place_name TEXT,
	"when" TEXT,
	evidence TEXT NOT NULL,
	probability FLOAT NOT NULL,
	day TEXT NOT NULL,
	sentence TEXT NOT NULL,
	entry INTEGER NOT NULL,
	derivation INTEGER NOT NULL,
	corrected INTEGER DEFAULT '0' NOT NULL,
	struck INTEGER DEFAULT '0' NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (id),
	FOREIGN KEY(article) REFERENCES articles (number),
	FOREIGN KEY(derivation) REFERENCES derivations (number)
);
CREATE TABLE entities (
	number INTEGER NOT NULL,
	article INTEGER NOT NULL,
	local TEXT NOT NULL,
	identity INTEGER NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	wikidata TEXT,
	known TEXT,
	"row" TEXT,
	roles TEXT NOT NULL,
	mentions TEXT NOT NULL,
	candidates TEXT NOT NULL,
	derivation INTEGER NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (number),
	FOREIGN KEY(identity) REFERENCES identities (number),
	FOREIGN KEY(derivation) REFERENCES derivations (number)
);
CREATE TABLE exchanges (
	number INTEGER NOT NULL,
	article INTEGER NOT NULL,
	local TEXT NOT NULL,
	question TEXT NOT NULL,
	asked TEXT,
	asked_by TEXT,
	answers TEXT NOT NULL,
	response TEXT NOT NULL,
	probability FLOAT NOT NULL,
	derivation INTEGER NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (number),
	FOREIGN KEY(derivation) REFERENCES derivations (number)
);
CREATE TABLE feeds (
	url TEXT NOT NULL,
	state TEXT NOT NULL,
	PRIMARY KEY (url)
);
CREATE TABLE frequencies (
	word TEXT NOT NULL,
	paragraphs INTEGER NOT NULL,
	PRIMARY KEY (word)
)
 WITHOUT ROWID;
CREATE TABLE identities (
	number INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	wikidata TEXT,
	PRIMARY KEY (number),
	UNIQUE ("key")
);
CREATE TABLE log (
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	who TEXT NOT NULL,
	what TEXT NOT NULL,
	item TEXT NOT NULL,
	note TEXT NOT NULL,
	PRIMARY KEY (number)
);
CREATE TABLE names (
	last_word TEXT NOT NULL,
	identity INTEGER NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (last_word, identity, words),
	FOREIGN KEY(identity) REFERENCES identities (number)
)
 WITHOUT ROWID;
CREATE TABLE notes (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (name)
);
CREATE TABLE occasion_keys (
	"key" INTEGER NOT NULL,
	engagement INTEGER NOT NULL,
	PRIMARY KEY ("key", engagement),
	FOREIGN KEY(engagement) REFERENCES engagements (number)
)
 WITHOUT ROWID;
CREATE TABLE paragraphs (
	number INTEGER NOT NULL,
	article INTEGER NOT NULL,
	start INTEGER NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article) REFERENCES articles (number)
);
CREATE TABLE participants (
	identity INTEGER NOT NULL,
	day TEXT NOT NULL,
	engagement INTEGER NOT NULL,
	PRIMARY KEY (identity, day, engagement),
	FOREIGN KEY(identity) REFERENCES identities (number),
	FOREIGN KEY(engagement) REFERENCES engagements (number)
)
 WITHOUT ROWID;
CREATE TABLE quotation_bands (
	band INTEGER NOT NULL,
	statement INTEGER NOT NULL,
	PRIMARY KEY (band, statement),
	FOREIGN KEY(statement) REFERENCES statements (number)
)
 WITHOUT ROWID;
CREATE TABLE speakers (
	identity INTEGER NOT NULL,
	day TEXT NOT NULL,
	statement INTEGER NOT NULL,
	PRIMARY KEY (identity, day, statement),
	FOREIGN KEY(identity) REFERENCES identities (number),
	FOREIGN KEY(statement) REFERENCES statements (number)
)
 WITHOUT ROWID;
CREATE TABLE statement_paragraphs (
	paragraph INTEGER NOT NULL,
	statement INTEGER NOT NULL,
	holds INTEGER NOT NULL,
	day TEXT NOT NULL,
	PRIMARY KEY (paragraph, statement),
	FOREIGN KEY(paragraph) REFERENCES paragraphs (number),
	FOREIGN KEY(statement) REFERENCES statements (number)
)
 WITHOUT ROWID;
CREATE TABLE statements (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article INTEGER NOT NULL,
	local TEXT NOT NULL,
	source TEXT NOT NULL,
	source_kind TEXT,
	source_entity TEXT,
	source_probability FLOAT NOT NULL,
	also TEXT,
	cue TEXT NOT NULL,
	content TEXT NOT NULL,
	form TEXT NOT NULL,
	act TEXT,
	act_spans TEXT,
	act_probability FLOAT,
	target TEXT,
	target_entity TEXT,
	target_probability FLOAT,
	said_on TEXT,
	said_at TEXT,
	exchange TEXT,
	probability FLOAT NOT NULL,
	day TEXT NOT NULL,
	value TEXT,
	sentence TEXT NOT NULL,
	utterance INTEGER NOT NULL,
	derivation INTEGER NOT NULL,
	corrected INTEGER DEFAULT '0' NOT NULL,
	struck INTEGER DEFAULT '0' NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (id),
	FOREIGN KEY(article) REFERENCES articles (number),
	FOREIGN KEY(derivation) REFERENCES derivations (number)
);
CREATE TABLE targets (
	identity INTEGER NOT NULL,
	day TEXT NOT NULL,
	statement INTEGER NOT NULL,
	PRIMARY KEY (identity, day, statement),
	FOREIGN KEY(identity) REFERENCES identities (number),
	FOREIGN KEY(statement) REFERENCES statements (number)
)
 WITHOUT ROWID;
CREATE TABLE tombstones (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	article TEXT NOT NULL,
	text_sha256 TEXT NOT NULL,
	words_sha256 TEXT,
	url_sha256 TEXT,
	who TEXT NOT NULL,
	at TEXT NOT NULL,
	reason TEXT NOT NULL,
	items TEXT NOT NULL,
	removed TEXT NOT NULL,
	scrubbed INTEGER NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (id)
);
CREATE VIRTUAL TABLE words USING fts5(text, content='paragraphs', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2');
CREATE INDEX engagements_by_day ON engagements (day);
CREATE INDEX engagements_by_kind ON engagements (kind, entry);
CREATE INDEX engagements_by_status ON engagements (status, entry);
CREATE UNIQUE INDEX entities_by_local ON entities (article, local);
CREATE INDEX exchanges_by_response ON exchanges (response, article);
CREATE INDEX ix_article_bands_article ON article_bands (article);
CREATE INDEX ix_articles_family ON articles (family);
CREATE INDEX ix_articles_outlet ON articles (outlet);
CREATE INDEX ix_articles_retrieved_from ON articles (retrieved_from);
CREATE INDEX ix_articles_text_sha256 ON articles (text_sha256);
CREATE INDEX ix_articles_url ON articles (url);
CREATE INDEX ix_corrections_article ON corrections (article);
CREATE INDEX ix_corrections_item ON corrections (item);
CREATE INDEX ix_engagements_article ON engagements (article);
CREATE INDEX ix_engagements_entry ON engagements (entry);
CREATE INDEX ix_entities_identity ON entities (identity);
CREATE INDEX ix_exchanges_article ON exchanges (article);
CREATE INDEX ix_identities_wikidata ON identities (wikidata);
CREATE INDEX ix_log_item ON log (item);
CREATE INDEX ix_names_identity ON names (identity);
CREATE INDEX ix_occasion_keys_engagement ON occasion_keys (engagement);
CREATE INDEX ix_paragraphs_article ON paragraphs (article);
CREATE INDEX ix_participants_engagement ON participants (engagement);
CREATE INDEX ix_quotation_bands_statement ON quotation_bands (statement);
CREATE INDEX ix_speakers_statement ON speakers (statement);
CREATE INDEX ix_statement_paragraphs_statement ON statement_paragraphs (statement);
CREATE INDEX ix_statements_article ON statements (article);
CREATE INDEX ix_statements_utterance ON statements (utterance);
CREATE INDEX ix_targets_statement ON targets (statement);
CREATE INDEX ix_tombstones_text_sha256 ON tombstones (text_sha256);
CREATE INDEX ix_tombstones_url_sha256 ON tombstones (url_sha256);
CREATE INDEX ix_tombstones_words_sha256 ON tombstones (words_sha256);
CREATE INDEX statements_by_act ON statements (act, day);
CREATE INDEX statements_by_day ON statements (day);
INSERT INTO "alembic_version" ("version_num") VALUES ('0001');
INSERT INTO "article_bands" ("band", "article") VALUES (-2146233091, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-2146233091, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-2032854918, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-1784609477, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-1732431918, 3);
INSERT INTO "article_bands" ("band", "article") VALUES (-1661552186, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-1661552186, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-1339479969, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-1339479969, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-1339479969, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-1292165463, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-1225487124, 3);
INSERT INTO "article_bands" ("band", "article") VALUES (-1110760220, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-1110760220, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-964817927, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-964817927, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-964817927, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-868617853, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-868617853, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-759941629, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-732150594, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-702137603, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-675827631, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-675827631, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-670252046, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-660187271, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-645268926, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-635511287, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-618497292, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (-592205176, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-592205176, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-516631182, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-516631182, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-453019280, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (-453019280, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (-304341088, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (117108627, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (117108627, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (117108627, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (148307131, 3);
INSERT INTO "article_bands" ("band", "article") VALUES (213105995, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (213105995, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (337090969, 3);
INSERT INTO "article_bands" ("band", "article") VALUES (429440136, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (429440136, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (508816447, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (550368119, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (585718262, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (727115822, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (727115822, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (728710456, 3);
INSERT INTO "article_bands" ("band", "article") VALUES (757819975, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (802133861, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (802133861, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (833915036, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (833915036, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (834595961, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (920993638, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (920993638, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (932543134, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (1030043110, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (1030043110, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (1062744606, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (1278232797, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (1278232797, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (1287685341, 3);
INSERT INTO "article_bands" ("band", "article") VALUES (1332837188, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (1332837188, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (1451890034, 3);
INSERT INTO "article_bands" ("band", "article") VALUES (1548894940, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (1548894940, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (1569180799, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (1569180799, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (1587276092, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (1736847369, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (1736847369, 5);
INSERT INTO "article_bands" ("band", "article") VALUES (1924368177, 1);
INSERT INTO "article_bands" ("band", "article") VALUES (1924368177, 2);
INSERT INTO "article_bands" ("band", "article") VALUES (1924368177, 5);
INSERT INTO "articles" ("number", "id", "title", "outlet", "url", "retrieved_from", "language", "published", "day", "encoding", "text_sha256", "byline", "notices", "times", "sentences", "derivation", "family") VALUES (1, 'a_ff734fe08d2677899cd2', 'Wall and ferry', 'The Ely Post', 'https://post.example/wall', 'harbour.txt', 'en', '2024-05-07T09:00:00+01:00', '2024-05-07', NULL, 'b3fbeee881f597159e18590fc724497f822249ee6093b544c1b91d92706038f8', '[]', '[]', '[[[[29,35]],"date","2024-05-06","day",null,null,0.95]]', '[0,36,38,108,110,182]', 1, 1);
INSERT INTO "articles" ("number", "id", "title", "outlet", "url", "retrieved_from", "language", "published", "day", "encoding", "text_sha256", "byline", "notices", "times", "sentences", "derivation", "family") VALUES (2, 'a_a556864db757d7ee3075', 'Mayor on wall', 'Fen News', 'https://fen.example/1', 'ferry.txt', 'en', '2024-05-06', '2024-05-06', NULL, 'd16ceca4f56e8523cfc0695b15f48ee081cc188855359c7b28303fc48f81949e', '[]', '[]', '[[[[121,127]],"date","2024-05-06","day",null,null,0.95]]', '[0,86,88,142,143,165]', 1, 2);
INSERT INTO "articles" ("number", "id", "title", "outlet", "url", "retrieved_from", "language", "published", "day", "encoding", "text_sha256", "byline", "notices", "times", "sentences", "derivation", "family") VALUES (3, 'a_8e630fb59e8b6135f53e', NULL, NULL, NULL, 'later.txt', 'en', '2025-05-07', '2025-05-07', NULL, '6f5a9a81cf82080642d44fd7f1dc2f3a519be74f771e783e7e2fcd462dda7919', '[]', '[]', '[]', '[0,45,47,69]', 1, 3);
INSERT INTO "articles" ("number", "id", "title", "outlet", "url", "retrieved_from", "language", "published", "day", "encoding", "text_sha256", "byline", "notices", "times", "sentences", "derivation", "family") VALUES (5, 'copy', 'Wall and ferry', 'Copy Post', 'https://copy.example/1', 'harbour.txt', 'en', '2024-05-07T09:00:00+01:00', '2024-05-07', NULL, 'b3fbeee881f597159e18590fc724497f822249ee6093b544c1b91d92706038f8', '[]', '[]', '[[[[29,35]],"date","2024-05-06","day",null,null,0.95]]', '[0,36,38,108,110,182]', 1, 1);
INSERT INTO "corrections" ("number", "id", "item", "article", "who", "at", "note", "before", "after", "snapshot", "undone_by", "undone_at") VALUES (1, 'c_799fa71d1c15c325c9d0', 's_2255c4e53396756f1bb9', 'copy', 'bea', '2024-10-01T08:00:01+00:00', 'heard it', '{"act":"commits","said_on":null}', '{"act":"supports","said_on":"2024-05-05"}', '{"sort":"statements","spans":[[38,98]],"kind":"direct","was":[],"row":{"source_kind":null,"source_entity":"e1","source_probability":1.0,"also":null,"act":"commits","act_spans":"[56,71]","act_probability":0.8,"target":null,"target_entity":null,"target_probability":null,"said_on":null,"day":"2024-05-07","value":"2024-05-07","struck":0}}', NULL, NULL);
INSERT INTO "corrections" ("number", "id", "item", "article", "who", "at", "note", "before", "after", "snapshot", "undone_by", "undone_at") VALUES (2, 'c_8f9252fe5d0a10eb5d77', 's_980d9001c8a0c3f04b14', 'a_8e630fb59e8b6135f53e', 'bea', '2024-10-01T08:00:02+00:00', '', '{"source":{"key":"Q1","name":"Ann Lee","kind":"person","wikidata":"Q1"}}', '{"source":{"key":"person:joe quill","name":"Joe Quill","kind":"person","wikidata":null}}', '{"sort":"statements","spans":[[13,44]],"kind":"indirect","was":[],"row":{"source_kind":null,"source_entity":"e1","source_probability":1.0,"also":null,"act":"supports","act_spans":"[23,29]","act_probability":0.8,"target":"[13,22]","target_entity":"e2","target_probability":0.9,"said_on":"[[[35,44]],\"date\",\"2025-05\",\"day\",null,null,0.95]","day":"2025-05-31","value":"2025-05","struck":0}}', 'cy', '2024-10-01T08:00:03+00:00');
INSERT INTO "corrections" ("number", "id", "item", "article", "who", "at", "note", "before", "after", "snapshot", "undone_by", "undone_at") VALUES (3, 'c_fa010c4eb72a8a562c90', 'g_4b2893a0a2756b14a334', 'copy', 'bea', '2024-10-01T08:00:04+00:00', '', '{"place":"Ely"}', '{"place":"Ely town hall"}', '{"sort":"engagements","spans":[[0,18]],"kind":"meeting","was":[],"row":{"status":"held","place":"[22,25]","place_name":null,"when":"[[[29,35]],\"date\",\"2024-05-06\",\"day\",null,null,0.95]","day":"2024-05-06","struck":0}}', NULL, NULL);
INSERT INTO "derivations" ("number", "component", "version", "weights_sha256", "options_sha256") VALUES (1, 'fake', '0', '', '');
INSERT INTO "derivations" ("number", "component", "version", "weights_sha256", "options_sha256") VALUES (2, 'correction', '1', '', '');
INSERT INTO "engagements" ("number", "id", "article", "local", "kind", "participants", "status", "place", "place_name", "when", "evidence", "probability", "day", "sentence", "entry", "derivation", "corrected", "struck") VALUES (1, 'g_5d53961a00475228d734', 1, 'g1', 'meeting', '["e1","e2"]', 'held', '[22,25]', NULL, '[[[29,35]],"date","2024-05-06","day",null,null,0.95]', '[0,18]', 0.9, '2024-05-06', '[0,36]', 4, 1, 0, 0);
INSERT INTO "engagements" ("number", "id", "article", "local", "kind", "participants", "status", "place", "place_name", "when", "evidence", "probability", "day", "sentence", "entry", "derivation", "corrected", "struck") VALUES (2, 'g_e2034b7b107560e8c49d', 2, 'g1', 'meeting', '["e2","e1"]', 'planned', '[114,117]', NULL, '[[[121,127]],"date","2024-05-06","day",null,null,0.95]', '[88,127]', 0.9, '2024-05-06', '[88,142]', 4, 1, 0, 0);
INSERT INTO "engagements" ("number", "id", "article", "local", "kind", "participants", "status", "place", "place_name", "when", "evidence", "probability", "day", "sentence", "entry", "derivation", "corrected", "struck") VALUES (3, 'g_e76f032e05b9e3daaee8', 3, 'g1', 'meeting', '[]', 'denied', '[]', NULL, NULL, '[47,68]', 0.9, '', '[47,69]', 3, 1, 0, 0);
INSERT INTO "engagements" ("number", "id", "article", "local", "kind", "participants", "status", "place", "place_name", "when", "evidence", "probability", "day", "sentence", "entry", "derivation", "corrected", "struck") VALUES (4, 'g_4b2893a0a2756b14a334', 5, 'g1', 'meeting', '["e1","e2"]', 'held', '[]', 'Ely town hall', '[[[29,35]],"date","2024-05-06","day",null,null,0.95]', '[0,18]', 0.9, '2024-05-06', '[0,36]', 4, 1, 1, 0);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (1, 1, 'e1', 1, 'Ann Lee', 'person', 'Q1', NULL, NULL, '[]', '[[0,7,"name","full-name"],[4,7]]', '[]', 1);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (2, 1, 'e2', 3, 'Bo Roe', 'person', NULL, 'local:roe', NULL, '[]', '[[12,18,"name","full-name"],[133,139]]', '[]', 1);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (3, 1, 'e3', 2, 'the ferry', 'organisation', NULL, NULL, NULL, '[]', '[[122,131,"name","full-name"]]', '[]', 1);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (4, 2, 'e1', 1, 'Ann Lee', 'person', 'Q1', NULL, NULL, '[]', '[[72,79,"name","full-name"],[76,79]]', '[]', 1);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (5, 2, 'e2', 3, 'Bo Roe', 'person', NULL, 'local:roe', NULL, '[]', '[[88,94,"name","full-name"]]', '[]', 1);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (6, 3, 'e1', 1, 'Ann Lee', 'person', 'Q1', NULL, NULL, '[]', '[[0,7,"name","full-name"]]', '[]', 1);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (7, 3, 'e2', 2, 'the ferry', 'organisation', NULL, NULL, NULL, '[]', '[[13,22,"name","full-name"]]', '[]', 1);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (10, 5, 'e1', 1, 'Ann Lee', 'person', 'Q1', NULL, NULL, '[]', '[[0,7,"name","full-name"],[4,7]]', '[]', 1);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (11, 5, 'e2', 3, 'Bo Roe', 'person', NULL, 'local:roe', NULL, '[]', '[[12,18,"name","full-name"],[133,139]]', '[]', 1);
INSERT INTO "entities" ("number", "article", "local", "identity", "name", "kind", "wikidata", "known", "row", "roles", "mentions", "candidates", "derivation") VALUES (12, 5, 'e3', 2, 'the ferry', 'organisation', NULL, NULL, NULL, '[]', '[[122,131,"name","full-name"]]', '[]', 1);
INSERT INTO "exchanges" ("number", "article", "local", "question", "asked", "asked_by", "answers", "response", "probability", "derivation") VALUES (1, 1, 'x1', '[122,131]', 'e2', NULL, '["s2"]', 'answered', 0.85, 1);
INSERT INTO "exchanges" ("number", "article", "local", "question", "asked", "asked_by", "answers", "response", "probability", "derivation") VALUES (4, 5, 'x1', '[122,131]', 'e2', NULL, '["s2"]', 'answered', 0.85, 1);
INSERT INTO "feeds" ("url", "state") VALUES ('https://post.example/feed', '{"etag": "\"1\""}');
INSERT INTO "identities" ("number", "key", "name", "kind", "wikidata") VALUES (1, 'Q1', 'Ann Lee', 'person', 'Q1');
INSERT INTO "identities" ("number", "key", "name", "kind", "wikidata") VALUES (2, 'body:ferry', 'the ferry', 'organisation', NULL);
INSERT INTO "identities" ("number", "key", "name", "kind", "wikidata") VALUES (3, 'person:bo roe', 'Bo Roe', 'person', NULL);
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (1, '2024-10-01T08:00:00+00:00', 'ann', 'added', 'a_ff734fe08d2677899cd2', '');
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (2, '2024-10-01T08:00:00+00:00', 'ann', 'added', 'a_a556864db757d7ee3075', '');
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (3, '2024-10-01T08:00:00+00:00', 'ann', 'added', 'a_8e630fb59e8b6135f53e', '');
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (4, '2024-10-01T08:00:00+00:00', 'ann', 'added', 'a_8861799a88bac87c0c3c', '');
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (5, '2024-10-01T08:00:00+00:00', 'ann', 'added', 'copy', '');
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (6, '2024-10-01T08:00:01+00:00', 'bea', 'corrected', 's_2255c4e53396756f1bb9', 'heard it');
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (7, '2024-10-01T08:00:02+00:00', 'bea', 'corrected', 's_980d9001c8a0c3f04b14', '');
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (8, '2024-10-01T08:00:03+00:00', 'cy', 'undone', 'c_8f9252fe5d0a10eb5d77', '');
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (9, '2024-10-01T08:00:04+00:00', 'bea', 'corrected', 'g_4b2893a0a2756b14a334', '');
INSERT INTO "log" ("number", "at", "who", "what", "item", "note") VALUES (10, '2024-10-01T08:00:05+00:00', 'dan', 'retracted', 'a_8861799a88bac87c0c3c', 'asked by the publisher');
INSERT INTO "names" ("last_word", "identity", "words") VALUES ('ferry', 2, 'ferry');
INSERT INTO "names" ("last_word", "identity", "words") VALUES ('lee', 1, 'ann lee');
INSERT INTO "names" ("last_word", "identity", "words") VALUES ('lee', 1, 'lee');
INSERT INTO "names" ("last_word", "identity", "words") VALUES ('roe', 3, 'bo roe');
INSERT INTO "names" ("last_word", "identity", "words") VALUES ('roe', 3, 'mr roe');
INSERT INTO "notes" ("name", "value") VALUES ('to be wiped: t_0c4eac879de92cf775d4', '[[24, 191430, "13290efe6cda9b7e82cc487cae378fe3"], [24, 48131, "fe0f441913d77d7ffa11f08ebc37aaf9"], [24, 972414, "26ce8fbbcc438b74bb9a766bb7d91db1"], [24, 722864, "033f00f2c87c07d1208e6ab534498314"], [24, 982911, "ce43a8a001f247d2dca9dabbcf5ea112"], [12, 877771, "830849da3a02746ed8eb827afc84cc35"]]');
INSERT INTO "occasion_keys" ("key", "engagement") VALUES (-1797566053, 3);
INSERT INTO "occasion_keys" ("key", "engagement") VALUES (444871806, 1);
INSERT INTO "occasion_keys" ("key", "engagement") VALUES (444871806, 2);
INSERT INTO "occasion_keys" ("key", "engagement") VALUES (444871806, 4);
INSERT INTO "occasion_keys" ("key", "engagement") VALUES (1766767529, 1);
INSERT INTO "occasion_keys" ("key", "engagement") VALUES (1766767529, 2);
INSERT INTO "occasion_keys" ("key", "engagement") VALUES (1766767529, 4);
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (1, 1, 0, 'Ann Lee met Bo Roe in Ely on Monday.

');
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (2, 1, 38, '“The harbour wall will be rebuilt before the winter storms,” Lee said.

');
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (3, 1, 110, 'Asked about the ferry, Mr Roe answered that it would “never sail again”.
');
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (4, 2, 0, '“The harbour wall will be rebuilt before the winter storms,” the mayor, Ann Lee, said.

');
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (5, 2, 88, 'Bo Roe was to meet Lee in Ely on Monday, an aide said. Roe opposes the ferry.
');
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (6, 3, 0, 'Ann Lee said the ferry should sail after all.

');
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (7, 3, 47, 'No meeting is planned.
');
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (10, 5, 0, 'Ann Lee met Bo Roe in Ely on Monday.

');
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (11, 5, 38, '“The harbour wall will be rebuilt before the winter storms,” Lee said.

');
INSERT INTO "paragraphs" ("number", "article", "start", "text") VALUES (12, 5, 110, 'Asked about the ferry, Mr Roe answered that it would “never sail again”.
');
INSERT INTO "participants" ("identity", "day", "engagement") VALUES (1, '2024-05-06', 1);
INSERT INTO "participants" ("identity", "day", "engagement") VALUES (1, '2024-05-06', 2);
INSERT INTO "participants" ("identity", "day", "engagement") VALUES (1, '2024-05-06', 4);
INSERT INTO "participants" ("identity", "day", "engagement") VALUES (3, '2024-05-06', 1);
INSERT INTO "participants" ("identity", "day", "engagement") VALUES (3, '2024-05-06', 2);
INSERT INTO "participants" ("identity", "day", "engagement") VALUES (3, '2024-05-06', 4);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-1898411138, 1);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-1898411138, 3);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-1898411138, 6);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-788299606, 1);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-788299606, 3);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-788299606, 6);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-753025195, 1);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-753025195, 3);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-753025195, 6);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-207212818, 4);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-165226351, 1);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-165226351, 3);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (-165226351, 6);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (521199194, 1);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (521199194, 3);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (521199194, 6);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (1325018229, 1);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (1325018229, 3);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (1325018229, 6);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (1360634002, 2);
INSERT INTO "quotation_bands" ("band", "statement") VALUES (1360634002, 7);
INSERT INTO "speakers" ("identity", "day", "statement") VALUES (1, '2024-05-05', 6);
INSERT INTO "speakers" ("identity", "day", "statement") VALUES (1, '2024-05-06', 3);
INSERT INTO "speakers" ("identity", "day", "statement") VALUES (1, '2024-05-07', 1);
INSERT INTO "speakers" ("identity", "day", "statement") VALUES (1, '2025-05-31', 4);
INSERT INTO "speakers" ("identity", "day", "statement") VALUES (3, '2024-05-07', 2);
INSERT INTO "speakers" ("identity", "day", "statement") VALUES (3, '2024-05-07', 7);
INSERT INTO "statement_paragraphs" ("paragraph", "statement", "holds", "day") VALUES (2, 1, 1, '2024-05-07');
INSERT INTO "statement_paragraphs" ("paragraph", "statement", "holds", "day") VALUES (3, 2, 1, '2024-05-07');
INSERT INTO "statement_paragraphs" ("paragraph", "statement", "holds", "day") VALUES (4, 3, 1, '2024-05-06');
INSERT INTO "statement_paragraphs" ("paragraph", "statement", "holds", "day") VALUES (6, 4, 1, '2025-05-31');
INSERT INTO "statement_paragraphs" ("paragraph", "statement", "holds", "day") VALUES (11, 6, 1, '2024-05-05');
INSERT INTO "statement_paragraphs" ("paragraph", "statement", "holds", "day") VALUES (12, 7, 1, '2024-05-07');
INSERT INTO "statements" ("number", "id", "article", "local", "source", "source_kind", "source_entity", "source_probability", "also", "cue", "content", "form", "act", "act_spans", "act_probability", "target", "target_entity", "target_probability", "said_on", "said_at", "exchange", "probability", "day", "value", "sentence", "utterance", "derivation", "corrected", "struck") VALUES (1, 's_db2cf3ff0cc3df6cd795', 1, 's1', '[4,7]', NULL, 'e1', 1.0, NULL, '[103,107]', '[38,98]', 'direct', 'commits', '[56,71]', 0.8, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, '2024-05-07', '2024-05-07', '[38,108]', 6, 1, 0, 0);
INSERT INTO "statements" ("number", "id", "article", "local", "source", "source_kind", "source_entity", "source_probability", "also", "cue", "content", "form", "act", "act_spans", "act_probability", "target", "target_entity", "target_probability", "said_on", "said_at", "exchange", "probability", "day", "value", "sentence", "utterance", "derivation", "corrected", "struck") VALUES (2, 's_ccac2418e7faf4c4a6c6', 1, 's2', '[133,139]', NULL, 'e2', 1.0, NULL, '[140,148]', '[154,181]', 'mixed', 'opposes', '[164,169]', 0.8, '[122,131]', 'e3', 0.9, NULL, NULL, 'x1', 0.9, '2024-05-07', '2024-05-07', '[110,182]', 2, 1, 0, 0);
INSERT INTO "statements" ("number", "id", "article", "local", "source", "source_kind", "source_entity", "source_probability", "also", "cue", "content", "form", "act", "act_spans", "act_probability", "target", "target_entity", "target_probability", "said_on", "said_at", "exchange", "probability", "day", "value", "sentence", "utterance", "derivation", "corrected", "struck") VALUES (3, 's_d4ab3961cbe2fe324016', 2, 's1', '[61,79]', NULL, 'e1', 1.0, NULL, '[81,85]', '[0,60]', 'direct', 'commits', '[18,33]', 0.8, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, '2024-05-06', '2024-05-06', '[0,86]', 6, 1, 0, 0);
INSERT INTO "statements" ("number", "id", "article", "local", "source", "source_kind", "source_entity", "source_probability", "also", "cue", "content", "form", "act", "act_spans", "act_probability", "target", "target_entity", "target_probability", "said_on", "said_at", "exchange", "probability", "day", "value", "sentence", "utterance", "derivation", "corrected", "struck") VALUES (4, 's_980d9001c8a0c3f04b14', 3, 's1', '[0,7]', NULL, 'e1', 1.0, NULL, '[8,12]', '[13,44]', 'indirect', 'supports', '[23,29]', 0.8, '[13,22]', 'e2', 0.9, '[[[35,44]],"date","2025-05","day",null,null,0.95]', NULL, NULL, 0.9, '2025-05-31', '2025-05', '[0,45]', 4, 1, 0, 0);
INSERT INTO "statements" ("number", "id", "article", "local", "source", "source_kind", "source_entity", "source_probability", "also", "cue", "content", "form", "act", "act_spans", "act_probability", "target", "target_entity", "target_probability", "said_on", "said_at", "exchange", "probability", "day", "value", "sentence", "utterance", "derivation", "corrected", "struck") VALUES (6, 's_2255c4e53396756f1bb9', 5, 's1', '[4,7]', NULL, 'e1', 1.0, NULL, '[103,107]', '[38,98]', 'direct', 'supports', '[]', 1.0, NULL, NULL, NULL, '[[],"date","2024-05-05","day",null,null,1.0]', NULL, NULL, 0.9, '2024-05-05', '2024-05-05', '[38,108]', 6, 1, 1, 0);
INSERT INTO "statements" ("number", "id", "article", "local", "source", "source_kind", "source_entity", "source_probability", "also", "cue", "content", "form", "act", "act_spans", "act_probability", "target", "target_entity", "target_probability", "said_on", "said_at", "exchange", "probability", "day", "value", "sentence", "utterance", "derivation", "corrected", "struck") VALUES (7, 's_f2cbfdc61f6922885b7b', 5, 's2', '[133,139]', NULL, 'e2', 1.0, NULL, '[140,148]', '[154,181]', 'mixed', 'opposes', '[164,169]', 0.8, '[122,131]', 'e3', 0.9, NULL, NULL, 'x1', 0.9, '2024-05-07', '2024-05-07', '[110,182]', 2, 1, 0, 0);
INSERT INTO "targets" ("identity", "day", "statement") VALUES (2, '2024-05-07', 2);
INSERT INTO "targets" ("identity", "day", "statement") VALUES (2, '2024-05-07', 7);
INSERT INTO "targets" ("identity", "day", "statement") VALUES (2, '2025-05-31', 4);
INSERT INTO "tombstones" ("number", "id", "article", "text_sha256", "words_sha256", "url_sha256", "who", "at", "reason", "items", "removed", "scrubbed") VALUES (1, 't_0c4eac879de92cf775d4', 'a_8861799a88bac87c0c3c', '6f08c4fad804c51d1bad2d29ce5c20d4f42eea363976733869e523cdef3d8ad7', 'a2e2afd4f49c86666911ec66f88b42a6e7ba3996180d1dae815a8e22d81341c8', '6658ebcf995a7f748e0c514984953b03d986c977ea555663157191dc71fe4d14', 'dan', '2024-10-01T08:00:05+00:00', 'asked by the publisher', '["s_bc1afc9b9aaf171adb3f"]', '{"statements":1,"engagements":0,"exchanges":2,"entities":2,"corrections":0,"characters":148}', 0);
INSERT INTO words(words) VALUES ('rebuild');
COMMIT;
