-- Keys of batches are made by the sources, some of random letters: they are compared byte by byte. A key stands for one body, whose
-- hash is kept; of batches before this it is not known. The other identifiers stay as they are: sources, indicators and connectors
-- are written in small letters only and hashes of tokens too, and two agencies or rounds whose codes differ in capitals alone are
-- refused where they are made, which their unique keys support.
ALTER TABLE reading_batch
    MODIFY idempotency_key VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin,
    ADD body BINARY(32);
