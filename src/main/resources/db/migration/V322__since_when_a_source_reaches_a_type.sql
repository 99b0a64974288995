-- The first period that anybody of a type reported is asked at every answer: the first row of this index, where the sums of all
-- periods were read before.
ALTER TABLE reading_sum ADD INDEX reading_sum_reached (indicator, type, period);
