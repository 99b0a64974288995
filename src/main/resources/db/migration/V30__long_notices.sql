-- A notice can be about many questions at once, such as all that a late reading speaks against.
ALTER TABLE notice MODIFY detail VARCHAR(1000);
