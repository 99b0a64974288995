-- Nobody knows any more when accounts were closed before: their time begins now.
UPDATE person SET closed_at = UTC_TIMESTAMP(6) WHERE active = FALSE;
INSERT INTO retention_rule (kind, days) VALUES ('session', 30), ('left-person', 365);
