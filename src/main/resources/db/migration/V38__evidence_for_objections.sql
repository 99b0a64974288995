-- Evidence for an objection supports no level until the panel has decided: it says so itself, and its level stays 0.
ALTER TABLE evidence ADD COLUMN for_objection BOOLEAN NOT NULL DEFAULT FALSE AFTER level;
UPDATE evidence SET for_objection = TRUE WHERE level = 0;
