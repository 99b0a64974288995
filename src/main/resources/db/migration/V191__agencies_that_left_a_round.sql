-- An agency that ends before the day on which agencies have to be there is no longer due in the round: whoever goes on for it is.
ALTER TABLE assessment ADD COLUMN left_on DATE
    COMMENT 'First day on which the agency was no more, and since which the round does not count it; null while it is due.';
