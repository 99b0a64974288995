-- What a person looks at again and again: the filters, the order and the size of a list, under a name of their own.
CREATE TABLE kept_view (
    id        BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT        NOT NULL,
    page      VARCHAR(100)  NOT NULL,
    name      VARCHAR(60)   NOT NULL,
    query     VARCHAR(1000) NOT NULL,
    CONSTRAINT kept_view_name UNIQUE (person_id, page, name),
    CONSTRAINT kept_view_of FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'A view of a list that a person keeps: its filters, order and size under a name.';
