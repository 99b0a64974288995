-- The kind of an agency follows from how its name begins, unless an administrator says otherwise.
ALTER TABLE agency
    ADD COLUMN kind VARCHAR(30) COMMENT 'What it is called more exactly than its type; null where nobody said.',
    ADD CONSTRAINT agency_kind_of FOREIGN KEY (kind) REFERENCES agency_kind (code);
UPDATE agency a JOIN agency_kind k ON k.type = a.type AND a.name LIKE CONCAT(k.name, ' %') SET a.kind = k.code;
