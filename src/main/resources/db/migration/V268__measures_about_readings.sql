-- An agency plans what moves its own readings as well, from which targets are summed, and says to which value.
ALTER TABLE matter
    MODIFY COLUMN raise_to VARCHAR(40) NULL
    COMMENT 'Of a measure: the answer to its criterion, or the value of the own reading for its target, to which it is to lead.';
