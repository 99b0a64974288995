-- A draft of a version is uploaded by one person, checked, looked at and replayed, proposed, and published by another person.
CREATE TABLE model_draft (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ref         VARCHAR(60)  COMMENT 'Model and version that its structure names; null where that cannot be read.',
    name        VARCHAR(200) NOT NULL COMMENT 'Name of the uploaded file.',
    sha256      CHAR(64)     NOT NULL COMMENT 'Hash of the uploaded file.',
    content     LONGBLOB     NOT NULL COMMENT 'The uploaded file.',
    state       VARCHAR(10)  NOT NULL COMMENT 'How far it has come.',
    uploaded_by BIGINT       NOT NULL,
    uploaded_at DATETIME(6)  NOT NULL,
    proposed_by BIGINT       COMMENT 'Null until it is proposed.',
    proposed_at DATETIME(6),
    decided_by  BIGINT       COMMENT 'Who published or refused it, or dropped it; null until then.',
    decided_at  DATETIME(6),
    reason      VARCHAR(1000) COMMENT 'Why it was refused; null otherwise.',
    CONSTRAINT model_draft_uploader FOREIGN KEY (uploaded_by) REFERENCES person (id),
    CONSTRAINT model_draft_proposer FOREIGN KEY (proposed_by) REFERENCES person (id),
    CONSTRAINT model_draft_decider FOREIGN KEY (decided_by) REFERENCES person (id)
) COMMENT 'Drafts of versions of models, from the upload to the decision.';
