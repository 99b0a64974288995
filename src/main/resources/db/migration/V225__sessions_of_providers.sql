-- A provider of identities that ends a session of its own ends what began by it here.
ALTER TABLE open_session
    ADD COLUMN issuer VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        COMMENT 'Provider of identities by which the person came; none for passwords and passkeys.',
    ADD COLUMN subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        COMMENT 'By which the provider knows the person.',
    ADD COLUMN provider_session VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        COMMENT 'What the provider calls its own session; none where it does not say.',
    ADD KEY open_session_of_provider (issuer, subject);
