-- A version of the programme may end a phase on another day: what plans lead to is known for each day by which a measure is due.
-- contracts: nothing; the column stays as it was, and only its comment is another.
ALTER TABLE plan_effect
    MODIFY COLUMN due_on DATE NOT NULL
    COMMENT 'Day by which measures count; the newest until another day tells of that one.';
