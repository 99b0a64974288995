-- Files of evidence are looked at by a scanner, when they come or later: everybody who sees one sees whether it was.
ALTER TABLE evidence_content
    ADD COLUMN scan VARCHAR(20) NOT NULL DEFAULT 'NOT_SCANNED' COMMENT 'What is known of the content: a constant of ScanState.',
    ADD COLUMN finding VARCHAR(200) COMMENT 'What a scanner has found; null for nothing.',
    ADD COLUMN scanned_at DATETIME(6) COMMENT 'When a scanner has looked; null until then.',
    ADD KEY evidence_content_scan (scan);
