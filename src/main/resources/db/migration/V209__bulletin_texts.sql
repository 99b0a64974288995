-- The words of a bulletin are kept beside its facts: later texts of the application do not change them.
CREATE TABLE bulletin_text (
    bulletin_id BIGINT     NOT NULL,
    language    VARCHAR(2) NOT NULL,
    told        LONGTEXT   NOT NULL COMMENT 'Headings, sentences and tables, as JSON.',
    pdf         LONGBLOB   NOT NULL COMMENT 'The same as PDF/A-2a and PDF/UA.',
    sha256      CHAR(64)   NOT NULL COMMENT 'SHA-256 of the PDF in hexadecimal digits.',
    PRIMARY KEY (bulletin_id, language),
    CONSTRAINT bulletin_text_of FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) COMMENT 'What a bulletin says in each language.';
